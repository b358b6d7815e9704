import { activityMineDue, activityOpenDue } from '../activities/due.ts'
import type { MineDue, OpenDue } from '../platform/due.ts'
import { residencyMineDue } from '../residency/due.ts'

/** What stands under 我的事. */
export const mineDue: readonly MineDue[] = [residencyMineDue, activityMineDue]
/** What stands under 等您参与. */
export const openDue: readonly OpenDue[] = [activityOpenDue]
