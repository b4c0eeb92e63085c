"""Phrases for camera, light and sound in Japanese.

The verb closes its clause; what refuses stands behind.
"""

from ...plan import Framing, Look, Move, Music, Sound, Transition, Weather
from .tables import Tables

TABLES = Tables(
    moves={
        Move.PUSH_IN: "カメラ … 近づ, カメラ … 寄!りの, カメラ … 前進, カメラ … 迫, プッシュイン, "
        "ドリーイン, トラックイン, ゆっくり寄",
        Move.PULL_OUT: "カメラ … 引い, カメラ … 引く, カメラ … 引き, カメラ … 遠ざか, "
        "カメラ … 後退, "
        "プルバック, ドリーアウト, ドリーバック, トラックバック, トラックアウト",
        Move.ZOOM_IN: "ズームイン, にズーム, ズームする, ズームアップ",
        Move.ZOOM_OUT: "ズームアウト",
        Move.PAN_LEFT: "左にパン, 左へパン, 左パン, 左方向にパン",
        Move.PAN_RIGHT: "右にパン, 右へパン, 右パン, 右方向にパン, 横にパン, パンする, "
        "カメラ … パン, 肩越しにパン, ゆっくりパン, 素早くパン, "
        "パンショット",
        Move.TILT_UP: "ティルトアップ, チルトアップ, 上にパン, パンアップ",
        Move.TILT_DOWN: "ティルトダウン, チルトダウン, 下にパン, パンダウン",
        Move.TRUCK_LEFT: "カメラ … 左に移動, カメラ … 左へ移動, 左にスライド",
        Move.TRUCK_RIGHT: "カメラ … 右に移動, カメラ … 右へ移動, 右にスライド, 横移動",
        Move.CRANE_UP: "カメラ … 上昇, クレーン上昇, クレーンアップ, カメラ … 上がっ, "
        "カメラ … 上がる",
        Move.CRANE_DOWN: "カメラ … 下降, クレーンダウン, カメラ … 下がる",
        Move.ORBIT_RIGHT: "カメラ … 回り込, カメラ … 周回, カメラ … 周りを, 周囲を回, "
        "まわりを回, 周りを回, オービット",
        Move.TRACK: "カメラ … 追, 追跡カメラ, 追従, トラッキング, フォローショット",
        Move.AERIAL: "空撮, ドローン",
        Move.HANDHELD: "手持ち, ハンドヘルド, ハンディカメラ, ハンディカム, 手ブレ",
        Move.STATIC: "固定カメラ, カメラ固定, カメラは固定, カメラを固定, 固定ショット, "
        "固定アングル, "
        "カメラは動か, カメラを動かさ, 三脚",
        Move.ROLL: "ダッチアングル, カメラ回転",
        Move.RACK_FOCUS: "ピント送り, フォーカス移動",
    },
    framings={
        Framing.EXTREME_CLOSE_UP: "超クローズアップ, エクストリームクローズアップ, マクロ撮影, "
        "マクロクローズアップ, "
        "マクロショット",
        Framing.CLOSE_UP: "クローズアップ, 顔のアップ, アップショット",
        Framing.MEDIUM: "ミディアムショット, ミドルショット, バストショット",
        Framing.WIDE: "ワイドショット, 全景, ロングショット, 引きの画",
    },
    paces={
        0.5: "とてもゆっくり, 非常にゆっくり",
        0.7: "ゆっくり, 緩やか, ゆるやか, スローモーション, 徐々に, 静かに",
        1.5: "素早く, 速く, 急速, 急に, 高速",
    },
    looks={
        Look.DAY: "昼間, 日中, 真昼, 昼下がり",
        Look.GOLDEN_HOUR: "ゴールデンアワー, 黄金色の光",
        Look.SUNSET: "夕日, 夕焼け, 夕暮れ, 日没, 夕方",
        Look.SUNRISE: "朝日, 日の出, 夜明け, 朝の光, 早朝",
        Look.NIGHT: "昨/先<夜の, 今/昨<夜に, 夜景, 夜空, 夜の街, 夜の通, 夜の道, 夜の海, 夜の都, "
        "夜の部, 夜の森, 夜の町, 深夜, 真夜中, 月明かり, 星空, 夜 $, "
        "夜道, 雨の夜, 夜中",
        Look.NEON: "ネオン, サイバーパンク",
        Look.LOW_KEY: "薄暗い, 暗い背景, 暗い部屋, 暗い路地, 暗い廊下, ローキー, 暗闇",
        Look.SILHOUETTE: "シルエットになっ, シルエットに, シルエットで, シルエット $, "
        "黒いシルエット",
        Look.BLACK_AND_WHITE: "モノクロ, 白黒映像, 白黒映画, 白黒の映像, 白黒で",
        Look.VINTAGE: "レトロな映像, レトロ風, レトロな雰囲気, セピア, ビンテージ風, 古い映画",
        Look.GRAIN: "フィルムグレイン, フィルム粒子",
        Look.WARM: "暖かい光, 暖かな光, 暖色, 温かい光, 温かみのある, ウォームカラー",
        Look.COLD: "冷たい光, 冷たい青, 寒色, ブルーアワー",
        Look.BLOOM: "柔らかい光, 柔らかな光, 幻想的, 夢のよう",
        Look.FOG: "霧の, 霧が, 濃霧, 霧に, 朝霧",
        Look.STORM: "嵐の中, 嵐が, 嵐の夜, 暴風雨",
        Look.FLICKER: "ろうそく, キャンドル, 焚き火, たき火",
    },
    weather={
        Weather.RAIN: "雨が降, 雨の中, 雨の夜, 雨の街, 雨の日, 大雨, 小雨, 雨に濡, 土砂降り, "
        "豪雨, 降る雨, 降りしきる雨",
        Weather.SNOW: "雪が降, 雪の中, 降る雪, 雪が舞, 吹雪, 粉雪, 舞い散る雪, 大雪",
        Weather.DUST: "埃が舞, 塵の粒子, 漂う塵, 砂嵐, 砂埃, 塵が舞",
        Weather.EMBERS: "火の粉, 火花, 蛍",
    },
    sounds={
        Sound.RAIN: "雨が降, 雨の中, 雨音, 雨の音, 大雨, 土砂降り, 豪雨",
        Sound.THUNDER: "雷鳴, 雷が, 雷の音",
        Sound.WIND: "風が吹, 風の音, そよ風, 強風",
        Sound.WAVES: "波の音, 波が, 海辺, 海岸, 砂浜, 波打ち際",
        Sound.WATER: "川の音, 川の流, 川辺, 川沿い, 小川, 滝, せせらぎ",
        Sound.FIRE: "焚き火, たき火, 炎が, 暖炉",
        Sound.BIRDS: "鳥の声, 鳥のさえずり, 小鳥, 森の",
        Sound.CRICKETS: "虫の声, 虫の音, 蝉",
        Sound.CITY: "街の喧騒, 車の音, 交差点, 繁華街, 都会の",
        Sound.CROWD: "歓声, 拍手, 人混み, 群衆",
        Sound.HEARTBEAT: "心臓の鼓動, 鼓動",
        Sound.FOOTSTEPS: "足音",
        Sound.ENGINE: "エンジン音, エンジンが, エンジンの",
        Sound.IMPACT: "爆発, 衝撃音",
        Sound.BELL: "鐘の音, 鈴の音, 風鈴",
    },
    music={
        Music.PIANO: "ピアノ",
        Music.EPIC: "壮大な音楽, オーケストラ, 壮大なbgm",
        Music.SAD: "悲しい音楽, 切ない音楽",
        Music.TENSE: "緊迫した音楽, 不穏な音楽",
        Music.HAPPY: "明るい音楽, 楽しい音楽",
        Music.SYNTH: "電子音楽, シンセ, エレクトロニック",
        Music.AMBIENT: "静かな音楽, 穏やかな音楽, 環境音楽, 落ち着いた音楽",
    },
    endings={
        Transition.FADE_TO_BLACK: "フェードアウト, 暗転, ブラックアウト",
    },
    silence="無音, 音声なし, 音なし, 音は無し",
    one_take="ワンカット, ワンテイク, 長回し, カットなし, カット無し, 単一の途切れない, "
    "ワンシーンで",
    refused=r"なし|無し|ない|ません|を除|抜き|止み|やみ|上がり|止んだ|やんだ|上がった",
    refused_behind=True,
)
