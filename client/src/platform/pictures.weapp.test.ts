import { expect, it } from 'vitest'
import Taro from '../../test/taro.ts'
import { me } from '../../test/people.ts'
import { problem } from '../../test/render.tsx'
import { Refused, Unreachable } from './errors.ts'
import { choosePicture } from './pictures.ts'
import { startSession } from './session.ts'

it('sends one file with the person’s token and the key of the upload', async () => {
  startSession('t', me())
  Taro.uploadFile.mockResolvedValueOnce({ statusCode: 200, data: '{"id":"f1"}' })
  const send = await choosePicture()
  expect(await send!('key-of-this-upload')).toEqual({ id: 'f1' })
  expect(Taro.uploadFile).toHaveBeenCalledWith(
    expect.objectContaining({
      url: '/api/files',
      name: 'file',
      filePath: 'wxfile://tmp/photo.jpg',
      header: { 'Idempotency-Key': 'key-of-this-upload', Authorization: 'Bearer t' },
    }),
  )
})

it('tells a refusal from no answer', async () => {
  const send = (await choosePicture())!
  const data = JSON.stringify(problem('notAPicture', 422, '这个文件不是图片'))
  Taro.uploadFile.mockResolvedValueOnce({ statusCode: 422, data })
  await expect(send('k')).rejects.toMatchObject({ name: 'Refused', title: '这个文件不是图片' })
  Taro.uploadFile.mockRejectedValueOnce(new Error('uploadFile:fail'))
  await expect(send('k')).rejects.toThrow(Unreachable)
  Taro.uploadFile.mockResolvedValueOnce({ statusCode: 502, data: '<html>' })
  await expect(send('k')).rejects.toThrow(Refused)
})

it('is nothing when the person changed their mind', async () => {
  Taro.chooseMedia.mockRejectedValueOnce(new Error('chooseMedia:fail cancel'))
  expect(await choosePicture()).toBeNull()
})
