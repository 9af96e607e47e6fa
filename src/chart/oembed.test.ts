import { expect, test } from 'vitest'
import { oembedOf } from './oembed.ts'

test('with an address of the site it is the frame, without one a link', () => {
  const rich = JSON.parse(oembedOf('Pin the token', { family: 'docker', node: 'pin-token' }, 'https://flow.example/'))
  expect(rich).toMatchObject({
    version: '1.0',
    type: 'rich',
    title: 'Pin the token',
    provider_url: 'https://flow.example/',
    width: 720,
    height: 640,
  })
  expect(rich.html).toContain('<iframe src="https://flow.example/embed/docker/pin-token/"')
  expect(JSON.parse(oembedOf('Pin the token', { family: 'docker' }))).toEqual({
    version: '1.0',
    type: 'link',
    title: 'Pin the token',
    provider_name: 'OpenClaw Gateway Flowchart',
  })
})
