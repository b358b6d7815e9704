/** The phone around the pages. */
export const SCREEN_STYLE = `
body { margin: 0; font-family: -apple-system, "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC",
  "WenQuanYi Zen Hei", "Droid Sans Fallback", sans-serif; }
.screen { position: relative; width: 100vw; height: 100vh; overflow: hidden; background: #fff; }
.stage iframe { position: absolute; left: 0; width: 100%; border: 0; visibility: hidden; }
.stage iframe.shown { visibility: visible; }
.navigation { position: absolute; top: 0; left: 0; right: 0; height: 91px; }
.status { position: absolute; left: 32px; top: 14px; font-weight: 600; font-size: 15px; }
.back { position: absolute; left: 12px; top: 47px; line-height: 40px; font-size: 32px; width: 30px; }
.title { position: absolute; left: 100px; right: 100px; top: 47px; line-height: 44px; text-align: center;
  font-size: 17px; font-weight: 600; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.capsule { position: absolute; right: 7px; top: 53px; width: 87px; height: 32px; line-height: 32px; font-size: 13px;
  border: 1px solid rgba(0, 0, 0, .1); border-radius: 16px; box-sizing: border-box; text-align: center;
  white-space: pre; background: rgba(255, 255, 255, .6); color: #000; }
.tabs { position: absolute; left: 0; right: 0; bottom: 0; height: 84px; display: flex; background: #fff;
  border-top: 1px solid #ddd; box-sizing: border-box; }
.tabs[hidden] { display: none; }
.tab { flex: 1; text-align: center; line-height: 50px; font-size: 14px; }
.toast { position: absolute; left: 50%; top: 45%; transform: translate(-50%, -50%); max-width: 240px; padding: 14px 18px;
  border-radius: 8px; background: rgba(76, 76, 76, .95); color: #fff; font-size: 16px; text-align: center;
  pointer-events: none; }
.mark { font-size: 34px; line-height: 44px; }
.shade { position: absolute; inset: 0; background: rgba(0, 0, 0, .5); }
.dialog { position: absolute; left: 35px; right: 35px; top: 50%; transform: translateY(-50%); background: #fff;
  border-radius: 12px; text-align: center; }
.heading { padding: 28px 24px 0; font-weight: 600; font-size: 17px; }
.content { padding: 18px 24px 28px; color: #555; font-size: 16px; white-space: pre-line; }
.buttons { display: flex; border-top: 1px solid #e5e5e5; }
.button { flex: 1; line-height: 54px; font-size: 17px; }
.confirm { color: #576b95; border-left: 1px solid #e5e5e5; font-weight: 600; }
`
