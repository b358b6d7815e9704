export type HeadProps = { title: string | undefined; elder: boolean }
