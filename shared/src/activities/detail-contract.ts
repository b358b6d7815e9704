import { z } from 'zod/mini'
import { DivisionCode, Id, Instant, text } from '../codes.ts'
import { query } from '../contract.ts'
import { Alt } from '../files/picture.ts'
import { Category, places, seen, Status } from './contract.ts'

// All that is known of an activity. What lists show stands in contract.ts by itself: every page loads that.

export const Residency = z.enum(['none', 'town', 'community'])
export type Residency = z.output<typeof Residency>

export const MAX_CAPACITY = 10_000

export const Gender = z.enum(['female', 'male'])
export type Gender = z.output<typeof Gender>

/** What a place offers to people who can't walk, see or hear well. */
export const Accessibility = z.enum([
  'stepFree',
  'lift',
  'accessibleToilet',
  'seats',
  'largePrint',
  'signLanguage',
  'hearingLoop',
  'companionWelcome',
])
export type Accessibility = z.output<typeof Accessibility>

/** Where on the map, in GCJ-02 degrees; China's bounds, so that two numbers that were swapped are refused. */
export const Gcj02 = z.strictObject({
  lat: z.number().check(z.minimum(3), z.maximum(54)),
  lng: z.number().check(z.minimum(73), z.maximum(136)),
})
export type Gcj02 = z.output<typeof Gcj02>

const Age = z.int().check(z.minimum(0), z.maximum(120))

/** Who may come and under what conditions (《领域规格》 §7.1); what is left out limits nobody. */
export const limits = {
  /** How many may wait once it is full; left out: nobody. */
  waitlistCapacity: z.optional(z.int().check(z.minimum(0), z.maximum(MAX_CAPACITY))),
  /** How many of one household may have a place. */
  householdLimit: z.optional(z.int().check(z.minimum(1), z.maximum(20))),
  /** In whole years on the day it begins, both included. */
  minAge: z.optional(Age),
  maxAge: z.optional(Age),
  gender: z.optional(Gender),
  /** Only whose real name has been verified. */
  realNameRequired: z.optional(z.boolean()),
  /** Who is under age comes with their guardian. */
  guardianRequired: z.optional(z.boolean()),
  /** Everybody has to be insured against accidents. */
  insuranceRequired: z.optional(z.boolean()),
  /** Everybody has to say that their health allows it. */
  healthPledge: z.optional(z.boolean()),
  accessibility: z.optional(z.array(Accessibility).check(z.maxLength(Accessibility.options.length))),
  gcj02: z.optional(Gcj02),
  /** A drill: every message about it says so (《领域规格》 §7.4). */
  drill: z.optional(z.boolean()),
}

export const facts = {
  title: text(40, 2),
  category: Category,
  /** What happens, in plain words. */
  body: text(2000),
  place: text(80, 2),
  startsAt: Instant,
  endsAt: Instant,
  /** First instant at which nobody can sign up any more. */
  signupClosesAt: Instant,
  capacity: z.int().check(z.minimum(1), z.maximum(MAX_CAPACITY)),
  /** Whose residents may sign up. */
  residencyRequired: Residency,
  /** What to bring or to mind; empty when nothing. */
  riskNotice: text(300, 0),
  ...limits,
}

export const poster = {
  /** The file of a picture, left out when there is none, and what it shows in words. */
  poster: z.optional(Id),
  posterAlt: z.optional(Alt),
}

export const ActivityFacts = z.strictObject({ ...facts, ...poster })
export type ActivityFacts = z.output<typeof ActivityFacts>

/** Why something is done to it, read by whom it concerns. */
export const Reason = text(200, 2)

/** Counted up by every change; a 32-bit column. */
export const Version = z.int().check(z.minimum(1), z.maximum(2_147_483_647))

/** What became of it; each is left out as long as there is nothing to say. */
export const course = {
  /** Why its time or place was changed last, or why it was put off. */
  changeReason: z.optional(z.string()),
  /** When its time or place changed last after it was out, or it was put off: who signed up before may leave freely. */
  movedAt: z.optional(Instant),
  /** What happened, in a line. */
  closing: z.optional(z.string()),
  /** What it has in common with the others that were made with it. */
  seriesId: z.optional(Id),
  /** Of an organisation’s: when it was sent in, by when it is answered, and what has to be mended. */
  submittedAt: z.optional(Instant),
  reviewDueAt: z.optional(Instant),
  returnReason: z.optional(z.string()),
}

export const ActivityDetail = z.strictObject({
  ...facts,
  id: Id,
  communityId: DivisionCode,
  communityName: z.string(),
  ...places,
  ...seen,
  ...course,
  status: Status,
  cancelReason: z.nullable(z.string()),
  publishedAt: z.nullable(Instant),
  changedAt: Instant,
  /** Raised by every change; an edit names the one it was made from. */
  version: Version,
  demo: z.boolean(),
})
export type ActivityDetail = z.output<typeof ActivityDetail>

export const SignupStatus = z.enum([
  'confirmed',
  'waitlisted',
  'offered',
  'expiredOffer',
  'awaiting',
  'cancelledByUser',
  'cancelledByHost',
])
export type SignupStatus = z.output<typeof SignupStatus>

export const param = z.strictObject({ id: Id })

export const getActivity = query('activities.get', {
  get: '/activities/:id',
  by: 'guest',
  audience: 'public',
  summary: '活动详情',
  param,
  output: ActivityDetail,
})

export const activityDetailEndpoints = [getActivity] as const
