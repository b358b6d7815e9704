export type LabelProps = {
  id: string
  htmlFor: string | undefined
  className: string | undefined
  children: string
}
