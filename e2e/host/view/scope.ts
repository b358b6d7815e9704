/** Built-in tags, which stand in the document as `wx-…`. */
export const TAGS = new Set([
  'view',
  'text',
  'image',
  'icon',
  'progress',
  'rich-text',
  'root-portal',
  'cover-view',
  'cover-image',
  'button',
  'form',
  'label',
  'navigator',
  'input',
  'textarea',
  'switch',
  'checkbox',
  'checkbox-group',
  'radio',
  'radio-group',
  'slider',
  'picker',
  'picker-view',
  'picker-view-column',
  'scroll-view',
  'swiper',
  'swiper-item',
  'map',
])
export const domTag = (tag: string) => (TAGS.has(tag) || tag === 'page' ? `wx-${tag}` : tag)

/** Strings, brackets, pseudo-classes, classes and words of a selector, each as one token. */
const TOKEN =
  /"[^"]*"|'[^']*'|\[[^\]]*\]|::?[\w-]+|\.((?:\\.|[\w-]|[^\x00-\x7f])+)|#(?:\\.|[\w-]|[^\x00-\x7f])+|[a-z_][\w-]*|[\s\S]/gi

/**
 * A selector of WXSS as the document understands it: `page` is its body, `view` a `wx-view`, and a class belongs to
 * the scope of its sheet (elements carry `scope--class` in their attribute `c`).
 */
export function scopeSelector(selector: string, scope: number) {
  return selector.replace(TOKEN, (token, name: string | undefined) => {
    if (name !== undefined) return scope ? `[c~="s${scope}--${name}"]` : token
    if (!/^[a-z_][\w-]*$/i.test(token)) return token
    const tag = token.toLowerCase()
    if (tag === 'page') return 'body'
    return TAGS.has(tag) ? `wx-${tag}` : token
  })
}
