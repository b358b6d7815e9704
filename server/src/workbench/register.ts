import { activityReviewDue, activityStaffDue } from '../activities/due.ts'
import { moderationStaffDue } from '../moderation/due.ts'
import { noticeStaffDue } from '../notices/due.ts'
import { organizationStaffDue } from '../organizations/due.ts'
import type { StaffDue } from '../platform/due.ts'
import { residencyStaffDue } from '../residency/due.ts'

/** Whose due items stand on the workbench. */
export const staffDue: readonly StaffDue[] = [
  residencyStaffDue,
  activityReviewDue,
  activityStaffDue,
  noticeStaffDue,
  moderationStaffDue,
  organizationStaffDue,
]
