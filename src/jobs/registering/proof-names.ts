/** The name under which the word of a registration stands in a page. */
export const metaName = "tributary-verification"
