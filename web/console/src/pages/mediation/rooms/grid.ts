import type { Answer } from '@client/client'

export type DayGrid = Answer<'/api/bookings/day'>
export type RoomDay = DayGrid['rooms'][number]
export type Booking = RoomDay['bookings'][number]
export type Room = Answer<'/api/bookings/rooms'>[number]

/** One half hour of one room: free, booked by somebody, or not open. */
export interface Cell {
  at: number
  to: number
  open: boolean
  past: boolean
  booking?: Booking
}

const MINUTE = 60_000

/** The columns of the day: each half hour from the earliest to the latest opening. */
export function stepsOf(grid: DayGrid): number[] {
  const step = grid.step_minutes * MINUTE
  const steps: number[] = []
  for (let at = Date.parse(grid.from_at); at < Date.parse(grid.to_at); at += step) steps.push(at)
  return steps
}

/** A room's half hours. */
export function cellsOf(grid: DayGrid, room: RoomDay, now: number): Cell[] {
  const step = grid.step_minutes * MINUTE
  return stepsOf(grid).map((at) => {
    const to = at + step
    return {
      at,
      to,
      open: room.open.some((span) => Date.parse(span.from_at) <= at && to <= Date.parse(span.to_at)),
      past: at < now,
      booking: room.bookings.find((one) => Date.parse(one.from_at) < to && Date.parse(one.to_at) > at),
    }
  })
}

/** Whether this room is free for the whole of a time. */
export function isFree(grid: DayGrid, room: RoomDay, from: number, to: number, now: number): boolean {
  const within = cellsOf(grid, room, now).filter((cell) => cell.at < to && cell.to > from)
  const [first, last] = [within.at(0), within.at(-1)]
  const covered = first !== undefined && last !== undefined && first.at <= from && last.to >= to
  return covered && within.every((cell) => cell.open && !cell.past && !cell.booking)
}

/** How far a booking that begins here may last: until the next one or until the room closes. */
export function endsFor(grid: DayGrid, room: RoomDay, from: number, now: number, but = 0): number[] {
  const ends: number[] = []
  for (const cell of cellsOf(grid, room, now)) {
    if (cell.at < from) continue
    if (!cell.open || cell.past || (cell.booking && cell.booking.id !== but)) break
    ends.push(cell.to)
  }
  return ends
}

export { clockText } from '@/foundation/dates'

/** An instant as the server takes it. */
export function instant(at: number): string {
  return new Date(at).toISOString()
}
