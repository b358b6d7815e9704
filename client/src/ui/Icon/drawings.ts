/** Our own outline drawings on a 24 grid: the `d` of one path, stroked 2 wide with round ends. */
export const drawings = {
  back: 'M15 5l-7 7 7 7',
  ban: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM5.6 5.6l12.8 12.8',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21.5h4',
  building: 'M6 21V4h9v17M15 9.5h4V21M3 21h18M9.5 8h2M9.5 12h2M9.5 16h2',
  calendar: 'M4.5 6h15v14h-15zM4.5 10.5h15M8.5 3.5V6M15.5 3.5V6',
  check: 'M5 12.5l5 5L19.5 7',
  chevron: 'M9 5l7 7-7 7',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.5l3.5 2',
  close: 'M6 6l12 12M18 6L6 18',
  document: 'M6 3.5h8l4.5 4.5v12.5H6zM13.5 4v4.5H18M9 12.5h6M9 16.5h6',
  edit: 'M4.5 19.5V16L15.5 5 19 8.5l-11 11zM13 7.5l3.5 3.5',
  elder: 'M12 2.5V5M4.5 8.5V5.5h15v3M8 10.5h8l-4 3.2V20a1.5 1.5 0 0 1-2.5 1M4.5 15h15',
  home: 'M3.5 11.5L12 4l8.5 7.5M6 9.5V20h12V9.5M10 20v-6h4v6',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.5v.01',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6v.01M4.5 12v.01M4.5 18v.01',
  location: 'M12 21s7-6 7-11.5a7 7 0 0 0-14 0C5 15 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  lock: 'M5.5 11h13v9.5h-13zM8 11V8a4 4 0 0 1 8 0v3M12 14.5v2.5',
  logout: 'M14 4H5.5v16H14M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5',
  message: 'M4 5h16v11.5h-8.5L7.5 20v-3.5H4zM8 9.5h8M8 12.5h5',
  minus: 'M5 12h14',
  offline:
    'M3.5 3.5l17 17M8.5 16a5 5 0 0 1 7 0M5 12.5a10 10 0 0 1 4-2.4M15 10.5a10 10 0 0 1 4 2M2 9a15 15 0 0 1 4.3-2.7M10.5 5.1A15 15 0 0 1 22 9M12 20v.01',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.5a8 8 0 0 1 16 0',
  phone:
    'M5.5 4H9l1.8 4.6-2.3 1.7a13 13 0 0 0 5.2 5.2l1.7-2.3L20 15v3.5a1.8 1.8 0 0 1-1.9 1.8A15.5 15.5 0 0 1 3.7 5.9 1.8 1.8 0 0 1 5.5 4z',
  pin: 'M9 4h6l-1 7 3.5 3.5h-11L10 11zM12 14.5V20.5',
  picture: 'M4 5h16v14H4zM4 16l4.5-4.5 3.5 3.5 3-3 5 5M9 9.5v.01',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 8.5V4h10v4.5M7 17H4.5V8.5h15V17H17M7 13.5h10v7H7z',
  refresh: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4v5h-5',
  scan: 'M4 8.5V4h4.5M15.5 4H20v4.5M20 15.5V20h-4.5M8.5 20H4v-4.5M4 12h16',
  search: 'M10.5 17.5a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM15.5 15.5L21 21',
  share: 'M12 15V3.5M7.5 8L12 3.5 16.5 8M7 12H5v8.5h14V12h-2',
  users:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M15.5 4.7a3.5 3.5 0 0 1 0 6.6M18.5 14.5a6.5 6.5 0 0 1 3 5.5',
  warning: 'M12 4l9 16H3zM12 10v4.5M12 17v.01',
} as const

export type IconName = keyof typeof drawings
