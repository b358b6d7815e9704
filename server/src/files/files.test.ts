import { getFile, uploadFile } from '@tmt/shared/files/contract.ts'
import { DAY, MINUTE } from '@tmt/shared/time.ts'
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { jobs } from '../platform/tables.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'
import { fileJobs } from './jobs.ts'
import { claim, findFile, publishFiles, release, REMOVE } from './store.ts'
import { bomb, pictureBytes, program } from './testing/pictures.ts'

let house: TestHouse
let person: Somebody
beforeAll(async () => {
  house = await openHouse()
  person = await somebody(house)
})
afterAll(() => house.close())
beforeEach(() => {
  house.clock.now += MINUTE
})
type Bytes = Uint8Array<ArrayBuffer>
const send = (file: Bytes, how: { token?: string; key?: string } = {}) =>
  house.ask(uploadFile, { file }, { token: person.token, ...how })
const fetchFile = (link: string, headers: Record<string, string> = {}) =>
  house.app.request(`/api${link}`, { headers })
const upload = async () => (await send(await pictureBytes())).body
const settle = async () => {
  const { handlers } = fileJobs({ store: house.store, storage: house.storage, now: () => house.clock.now })
  await handlers['files.sweep'].run({ id: '', kind: '', data: {}, tries: 1 })
  for (const job of (await house.store.read.select().from(jobs)).filter(({ kind }) => kind === REMOVE))
    await handlers[REMOVE].run(job)
}

describe('a picture that is sent', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('as %s comes back as a JPEG, and a small one', async (kind) => {
    const { status, body } = await send(await pictureBytes({ kind, width: 3000, height: 1500 }))
    expect([status, body.width, body.height]).toEqual([200, 2048, 1024])
    for (const [link, width] of [
      [body.picture, 2048],
      [body.thumbnail, 480],
    ] as const) {
      const answer = await fetchFile(link)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      const made = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
      expect([made.format, made.width]).toEqual(['jpeg', width])
    }
  })
  test('loses what the camera wrote down, and stands upright', async () => {
    const noted = await pictureBytes({ width: 800, height: 400, place: true })
    expect((await sharp(noted).metadata()).exif?.toString('latin1')).toContain('Camera of somebody')
    const { body } = await send(noted)
    expect([body.width, body.height]).toEqual([400, 800])
    for (const link of [body.picture, body.thumbnail]) {
      const bytes = Buffer.from(await (await fetchFile(link)).arrayBuffer())
      const { exif, xmp, iptc, orientation } = await sharp(bytes).metadata()
      expect({ exif, xmp, iptc, orientation }).toEqual({})
      expect(bytes.toString('latin1')).not.toContain('Camera of somebody')
    }
  })
  test('is one file for one key, however often it is sent', async () => {
    const [bytes, key] = [await pictureBytes(), randomUUID()]
    const before = house.storage.kept.size
    const [first, second] = await Promise.all([send(bytes, { key }), send(bytes, { key })])
    expect([first.status, second.body]).toEqual([200, first.body])
    expect(house.storage.kept.size).toBe(before + 2)
    const other = await send(await pictureBytes({ width: 20 }), { key })
    expect([other.status, other.problem.code]).toEqual([409, 'keyReused'])
  })
})

describe('what is no picture', () => {
  test('a program that is called .jpg is refused by what it is', async () => {
    const form = new FormData()
    form.append('file', new Blob([program], { type: 'image/jpeg' }), 'photo.jpg')
    const before = house.storage.kept.size
    const { status, problem } = await house.ask(uploadFile, {}, { token: person.token, form })
    expect([status, problem.code]).toEqual([422, 'notAPicture'])
    expect(house.storage.kept.size).toBe(before)
  })
  test.each([
    ['a drawing with a script in it', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')],
    ['nothing', Buffer.alloc(0)],
    ['the beginning of a JPEG', Buffer.from([0xff, 0xd8, 0xff])],
  ])('%s is refused', async (_what, bytes) => {
    const { status, problem } = await send(Uint8Array.from(bytes))
    expect(status).toBe(422)
    expect(['notAPicture', 'broken']).toContain(problem.code)
  })
  test('a picture bomb is refused by its header, before it is decoded', async () => {
    const bytes = await bomb(50_000, 50_000)
    expect(bytes.length).toBeLessThan(2000)
    expect((await send(bytes)).problem.code).toBe('tooManyPixels')
  })
  test('a body that is no single file of a good size is told so', async () => {
    const { token } = person
    const ask = async (form: FormData) => {
      const { status, problem } = await house.ask(uploadFile, {}, { token, form })
      return [status, problem.code]
    }
    const one = new Blob([await pictureBytes()])
    const forms = [new FormData(), new FormData(), new FormData()]
    forms[0]!.append('file', one)
    forms[0]!.append('file', one)
    forms[1]!.append('photo', one)
    forms[2]!.append('file', 'words')
    for (const form of forms) expect(await ask(form)).toEqual([422, 'invalidInput'])
    const large = new FormData()
    large.append('file', new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]))
    expect(await ask(large)).toEqual([413, 'tooLarge'])
    const post = (type: string, body: string) =>
      house.app.request('/api/files', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID(), 'content-type': type },
        body,
      })
    expect((await post('application/json', '{}')).status).toBe(415)
    expect((await post('multipart/form-data; boundary=x', 'no parts')).status).toBe(400)
  })
})

describe('who sees a picture', () => {
  test('whoever has its address, for ten minutes; not without the signature, nor with another one', async () => {
    const { id, picture } = await upload()
    const bare = `/files/${id}/picture`
    expect((await fetchFile(picture)).status).toBe(200)
    expect((await fetchFile(bare)).status).toBe(404)
    const other = (await upload()).picture
    expect((await fetchFile(`${bare}?${other.split('?')[1]}`)).status).toBe(404)
    const longer = picture.replace(/until=\d+/, `until=${house.clock.now + DAY}`)
    expect((await fetchFile(longer)).status).toBe(404)
    expect((await fetchFile(picture)).headers.get('cache-control')).toBe('private, max-age=600')
    house.clock.now += 10 * MINUTE
    expect((await fetchFile(picture)).status).toBe(404)
  })
  test('everybody, once it is public; a browser that holds it is told so', async () => {
    const { id } = await upload()
    await house.store.write(async (tx) => {
      expect(await claim(tx, [id], 'things/1', person.id, { public: false })).toBe(true)
    })
    expect((await fetchFile(`/files/${id}/thumbnail`)).status).toBe(404)
    await house.store.write((tx) => publishFiles(tx, 'things/1'))
    const answer = await fetchFile(`/files/${id}/thumbnail`)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=86400, immutable',
    ])
    const again = await fetchFile(`/files/${id}/thumbnail`, { 'if-none-match': answer.headers.get('etag')! })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })
  test.each(['/files/x/picture', `/files/${randomUUID()}/original`, '/files/x/picture?until=1&more=1'])(
    '%s is no address',
    async (link) => {
      expect((await fetchFile(link)).status).toBe(422)
    },
  )
  test('an id that nobody has is nothing', async () => {
    expect(
      (await fetchFile(getFile.path.replace(':id', randomUUID()).replace(':size', 'picture'))).status,
    ).toBe(404)
  })
})

describe('what becomes of it', () => {
  test('one claims what one has uploaded, once: not another’s, nor what is somewhere else', async () => {
    const { id } = await upload()
    const neighbour = await somebody(house)
    const tries = [
      ['things/2', neighbour.id, false],
      ['things/2', person.id, true],
      ['things/2', neighbour.id, true],
      ['things/3', person.id, false],
    ] as const
    for (const [about, who, claimed] of tries)
      expect(await house.store.write((tx) => claim(tx, [id], about, who, { public: true }))).toBe(claimed)
    expect((await findFile(house.store.read, id))?.about).toBe('things/2')
  })
  test('two things claim it at the same time: one gets it', async () => {
    const { id } = await upload()
    const got = await Promise.all(
      ['things/4', 'things/5'].map((about) =>
        house.store.write((tx) => claim(tx, [id], about, person.id, { public: true })),
      ),
    )
    expect(got.filter(Boolean)).toHaveLength(1)
  })
  test('what nobody has used goes after a day, its bytes too; what is used stays', async () => {
    house.storage.kept.clear()
    const [unused, used] = [await upload(), await upload()]
    await house.store.write((tx) => claim(tx, [used.id], 'things/6', person.id, { public: true }))
    await settle()
    expect(house.storage.kept.size).toBe(4)
    house.clock.now += DAY + 1
    await settle()
    expect([...house.storage.kept.keys()].every((key) => key.includes(used.id))).toBe(true)
    expect(await findFile(house.store.read, unused.id)).toBeUndefined()
    await house.store.write((tx) => release(tx, 'things/6', [], house.clock.now))
    await settle()
    expect(house.storage.kept.size).toBe(0)
    expect((await fetchFile(`/files/${used.id}/picture`)).status).toBe(404)
  })
})
