import { activityStaffDue } from '../activities/due.ts'
import type { StaffDue } from '../platform/due.ts'

/** Whose due items stand on the workbench. */
export const staffDue: readonly StaffDue[] = [activityStaffDue]
