/** The reporting form in Chinese. */
import type { FormWords } from "../words.ts"

export const chinese: FormWords = {
  title: "国家、区域或青年互联网治理论坛倡议报告",
  intro:
    "供全球互联网治理论坛筹备之用。一个晚上即可完成：请填写已有的内容，其余留空。最好用自己的话写成短句；引用时将使用您的语言，与原文一字不差。可供选择的议题名称列在最后。",
  sections: {
    event: "倡议及其会议",
    participation: "参与者",
    highlights: "要点",
    messages: "各议题的信息",
    cases: "良好做法与案例",
    views: "不同意见",
    asks: "对多利益攸关方咨询组或全球论坛的要求",
    contact: "联系人"
  },
  hints: {
    event: "日期请写成年-月-日，例如2026-05-14。",
    participation: "请填数字，或带%号的比例。估计数亦可。未统计的请留空；同一人可计入多行。",
    highlights: "三至五句话：每位读者都应当知道什么？",
    messages: "每行一条信息。议题请从最后的列表中选取，或用自己的话命名。可按需要增加行数。",
    cases: "行之有效的做法及其名称，以便他人借鉴。",
    views: "参与者意见不一之处：各方怎么说。",
    asks: "应当讨论、改变或继续什么？",
    contact: "仅用于询问本报告有关事宜，不予公布。"
  },
  fields: {
    name: "倡议名称",
    edition: "届次或年份",
    firstDay: "第一天",
    lastDay: "最后一天",
    place: "地点",
    attendance: "会议形式（现场、混合或线上）",
    link: "会议网页",
    reportDate: "报告日期",
    total: "参与者总数",
    remote: "远程参与者",
    youth: "青年",
    women: "女性",
    men: "男性",
    otherGender: "其他性别或未说明",
    firstTime: "首次参与者",
    disabilities: "残疾人",
    government: "政府",
    business: "企业界",
    civilSociety: "民间社会",
    technical: "技术社群",
    academia: "学术界",
    intergovernmental: "政府间组织",
    otherGroups: "媒体及其他",
    contactName: "联系人姓名",
    contactAddress: "联系人电子邮件"
  },
  columns: {
    messages: { issue: "议题", text: "信息" },
    cases: { name: "名称", what: "做了什么", result: "成果" },
    views: { issue: "议题", text: "意见" }
  },
  attendance: { "on-site": "现场", hybrid: "混合", online: "线上" },
  choose: "选择或填写",
  issueNames: "议题名称",
  save: "保存已填写的表格",
  addRow: "增加一行",
  row: "{column}，第{number}行",
  fileName: "report-form-zh",
  missing: "感谢您的报告。如有可能，请补充：{parts}。这些内容均非必填；您所写的内容已经收录。",
  complete: "感谢您的报告，已全部收录。"
}
