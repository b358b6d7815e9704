import { fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { draw } from '../../../test/render.tsx'
import { Picture } from './index.h5.tsx'

const picture = { alt: '老师在教剪纸', picture: '/files/f1/picture', thumbnail: '/files/f1/thumbnail' }

it('has what it shows as its name, and the size that is asked for', () => {
  draw(<Picture picture={picture} size="picture" shape="whole" />)
  expect(screen.getByRole('img', { name: picture.alt }).getAttribute('src')).toBe('/api/files/f1/picture')
})

it('says in words what can’t be fetched', () => {
  draw(<Picture picture={picture} size="thumbnail" shape="band" />)
  fireEvent.error(screen.getByRole('img'))
  expect(screen.getByText('图片暂时显示不了：老师在教剪纸')).toBeTruthy()
})
