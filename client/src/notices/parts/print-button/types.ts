export type PrintButtonProps = { id: string }
