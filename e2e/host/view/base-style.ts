/** How WeChat draws its own tags before any style of the app. */
export const BASE_STYLE = `
html { height: 100%; -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100%; font-family: -apple-system, "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC",
  "Source Han Sans SC", "WenQuanYi Zen Hei", "Droid Sans Fallback", sans-serif; font-size: 16px; color: #000;
  -webkit-tap-highlight-color: transparent; overflow-wrap: break-word; }
[hidden] { display: none !important; }
::-webkit-scrollbar { display: none; }
wx-page { display: contents; }
wx-view, wx-form, wx-picker, wx-navigator, wx-checkbox-group, wx-radio-group, wx-cover-view, wx-picker-view,
wx-picker-view-column, wx-rich-text, wx-root-portal { display: block; }
wx-text { white-space: pre-line; }
wx-image, wx-cover-image { display: inline-block; overflow: hidden; }
wx-image { width: 320px; height: 240px; }
wx-image > .wx-pic { width: 100%; height: 100%; background-repeat: no-repeat; }
wx-button { position: relative; display: block; margin-left: auto; margin-right: auto; padding-left: 14px;
  padding-right: 14px; box-sizing: border-box; font-size: 18px; text-align: center; text-decoration: none;
  line-height: 2.55555556; border-radius: 5px; overflow: hidden; color: #000; background-color: #f8f8f8; }
wx-button::after { content: " "; width: 200%; height: 200%; position: absolute; top: 0; left: 0;
  border: 1px solid rgba(0, 0, 0, .2); transform: scale(.5); transform-origin: 0 0; box-sizing: border-box;
  border-radius: 10px; pointer-events: none; }
wx-button[type=primary] { color: #fff; background-color: #1aad19; }
wx-button[type=warn] { color: #fff; background-color: #e64340; }
wx-button[size=mini] { display: inline-block; line-height: 2.3; font-size: 13px; padding: 0 1.34em; }
wx-button[disabled] { color: rgba(0, 0, 0, .3); background-color: #f7f7f7; }
wx-input { display: block; height: 1.4em; min-height: 1.4em; overflow: hidden; text-overflow: clip; }
wx-textarea { display: block; position: relative; width: 300px; height: 150px; }
wx-input > .wx-field, wx-textarea > .wx-field { display: block; width: 100%; height: 100%; min-height: inherit;
  margin: 0; padding: 0; border: 0; outline: 0; background: none; font: inherit; color: inherit;
  text-align: inherit; letter-spacing: inherit; box-sizing: border-box; resize: none; }
.wx-field::placeholder { color: var(--placeholder, #808080); opacity: 1; }
wx-switch, wx-checkbox, wx-radio { display: inline-block; }
.wx-switch { display: inline-block; width: 52px; height: 32px; border: 1px solid #dfdfdf; border-radius: 16px;
  box-sizing: border-box; background: #dfdfdf; position: relative; vertical-align: middle; }
.wx-switch::after { content: " "; position: absolute; left: 0; top: 0; width: 30px; height: 30px; background: #fff;
  border-radius: 15px; box-shadow: 0 1px 3px rgba(0, 0, 0, .4); }
.wx-switch.on { background: var(--on, #04be02); border-color: var(--on, #04be02); }
.wx-switch.on::after { transform: translateX(20px); }
.wx-box { display: inline-block; width: 22px; height: 22px; border: 1px solid #d1d1d1; border-radius: 3px;
  box-sizing: border-box; margin-right: 5px; text-align: center; line-height: 20px; vertical-align: middle;
  background: #fff; color: var(--on, #09bb07); }
.wx-box.round { border-radius: 50%; }
.wx-box.on::after { content: "✓"; }
wx-slider { display: block; margin: 10px 18px; height: 28px; }
wx-slider > .wx-bar { position: relative; top: 13px; height: 2px; background: #e9e9e9; }
wx-slider > .wx-bar > i { position: absolute; left: 0; top: 0; height: 2px; background: #1aad19; }
wx-progress { display: block; }
wx-progress > .wx-bar { background: #ebebeb; }
wx-progress > .wx-bar > i { display: block; height: 6px; background: #09bb07; }
wx-scroll-view { display: block; width: 100%; }
wx-scroll-view[scroll-x], wx-scroll-view[scroll-y] { overflow: hidden; }
wx-scroll-view[scroll-x] { overflow-x: auto; }
wx-scroll-view[scroll-y] { overflow-y: auto; }
wx-swiper { display: block; height: 150px; overflow: hidden; position: relative; }
wx-swiper-item { display: block; position: absolute; width: 100%; height: 100%; overflow: hidden; }
wx-map { display: inline-block; width: 300px; height: 150px; position: relative; overflow: hidden;
  background: #e9ecea linear-gradient(#d5dcd8 1px, transparent 1px) 0 0 / 40px 40px; }
wx-map > .wx-marker { position: absolute; width: 16px; height: 16px; margin: -16px 0 0 -8px; border-radius: 8px;
  background: #e64340; }
wx-icon { display: inline-block; border-radius: 50%; }
`
