// The colours of pictures. A message does not know whether its reader has a light or a dark screen: a picture has a ground of its own.
import type { Ink } from './sheet.js'

export type Theme = 'light' | 'dark'

export const THEMES: Readonly<Record<Theme, Readonly<Record<Ink, string>>>> = {
  light: {
    ground: '#f6f4ee',
    card: '#ffffff',
    edge: '#d3d0c6',
    ink: '#1d2a35',
    soft: '#57626d',
    accent: '#0f6b66',
    today: '#b3431c',
    'on-today': '#ffffff',
  },
  dark: {
    ground: '#17212b',
    card: '#202d39',
    edge: '#3d4b59',
    ink: '#eef2f5',
    soft: '#aeb9c4',
    accent: '#63cbc0',
    today: '#f0a277',
    'on-today': '#17212b',
  },
}
