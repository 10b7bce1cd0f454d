/** How titles and openings name the global forum and its process. */
import { listed } from "../phrases/phrases.ts"

export const globalForum = listed(`
  global igf; the global forum; global internet governance forum; united nations forum
  mag nominations; mag renewal; weltweites igf; weltweiten igf; weltforum; igf in norway
  united nations igf; un igf; igf secretariat; wsis+20; mag meeting; global digital compact
  fgi mondial; forum mondial; igf mondial; foro mundial; foro global; igf global; fgi global
  forum mundial; igf mundial; forum global; المنتدي العالمي; المنتدي الدولي; глобальн* форум*
  глобальн* igf; всемирн* форум*; 全球互联网治理论坛; 联合国互联网治理论坛; 全球论坛; globalen igf; globale igf
  forum globale; глобальний форум`)
