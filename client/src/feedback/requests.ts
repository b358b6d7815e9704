import {
  allOpinions,
  answerOpinion,
  correctAnswer,
  myOpinions,
  type Opinion,
  opinionStatistic,
  sendOpinion,
} from '@tmt/shared/feedback/contract.ts'
import { keyOf, useAsk, useCommand, usePages } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'

type WhenDone = (opinion: Opinion) => void

export function useSend(onDone: WhenDone) {
  return useCommand(sendOpinion, { changes: [keyOf(myOpinions)], onDone })
}
export function useMine() {
  const signedIn = useSession((s) => s.token !== null)
  return usePages(myOpinions, {}, { enabled: signedIn })
}
/** For the city's staff. */
export function useAll(state: 'waiting' | 'answered', enabled: boolean) {
  return usePages(allOpinions, { state }, { enabled, hold: true })
}
export function useStatistic(enabled: boolean) {
  return useAsk(opinionStatistic, {}, { enabled })
}
const changes = [keyOf(allOpinions), keyOf(opinionStatistic)]
export function useAnswer(onDone: WhenDone) {
  return useCommand(answerOpinion, { changes, onDone })
}
export function useCorrect(onDone: WhenDone) {
  return useCommand(correctAnswer, { changes, onDone })
}
