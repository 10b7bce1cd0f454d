/** The fonts of the PDF: faces for all texts, and faces that are read only for texts in their script. */

export const family = "@expo-google-fonts"
export const fonts = [
  "source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
  "source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf",
  "source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
  "source-sans-3/400Regular/SourceSans3_400Regular.ttf",
  "source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf",
  "source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf"
] as const

/** Fonts that are read only for texts in their script. */
export const further: ReadonlyArray<{ readonly script: RegExp; readonly files: ReadonlyArray<string> }> = [
  {
    script: /\p{Script=Arabic}/u,
    files: [
      "noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf",
      "noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold.ttf"
    ]
  },
  {
    // Also Latin letters that the families above lack, such as those of Hausa, and Vietnamese.
    script: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u0180-\u024f\u1e00-\u1eff]/u,
    files: ["chocolate-classical-sans/400Regular/ChocolateClassicalSans_400Regular.ttf"]
  }
]

/** All of them, as files of their packages. */
export const fontFiles: ReadonlyArray<string> = [...fonts, ...further.flatMap(({ files }) => files)].map(
  (file) => `${family}/${file}`
)
