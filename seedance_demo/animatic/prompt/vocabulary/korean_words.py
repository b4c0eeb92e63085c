"""Phrases for camera, light and sound in Korean.

Particles cling to their nouns, and what refuses stands behind.
"""

from ...plan import Framing, Look, Move, Music, Sound, Transition, Weather
from .tables import Tables

TABLES = Tables(
    moves={
        Move.PUSH_IN: "카메라 … 앞으로, 카메라 … 가까워, 카메라 … 다가가, 카메라 … 다가간, "
        "카메라 … 다가갑, 카메라 … 다가온, "
        "카메라 … 질주, 카메라 … 전진, 카메라 … 가까이, "
        "카메라 … 접근, 푸시 인, 푸쉬 인, 돌리 인, 트랙 인",
        Move.PULL_OUT: "카메라 … 멀어지, 카메라 … 멀어진, 카메라 … 멀어집, 카메라 … 후진, "
        "카메라 … 뒤로, "
        "카메라 … 물러, 카메라 아웃, 돌리 아웃, 풀 백, 트랙 아웃",
        Move.ZOOM_IN: "줌 인, 줌인, 확대된, 클로즈업으로 줌",
        Move.ZOOM_OUT: "줌 아웃, 줌아웃",
        Move.PAN_LEFT: "왼쪽으로 패닝, 왼쪽으로 팬, 좌측으로 패닝, 왼쪽으로 … 패닝, 왼쪽으로 회전",
        Move.PAN_RIGHT: "오른쪽으로 패닝, 오른쪽으로 팬, 우측으로 패닝, 오른쪽으로 … 패닝, "
        "오른쪽으로 회전, 패닝 샷, 패닝한다",
        Move.TILT_UP: "틸트 업, 카메라 … 위로 기울, 위로 틸트",
        Move.TILT_DOWN: "틸트 다운, 카메라 … 아래로 기울, 아래로 틸트",
        Move.TRUCK_LEFT: "카메라 … 왼쪽으로 이동, 카메라 … 왼쪽으로 움직",
        Move.TRUCK_RIGHT: "카메라 … 옆으로, 카메라 … 오른쪽으로 이동, 카메라 … 오른쪽으로 움직, "
        "측면 이동",
        Move.CRANE_UP: "카메라 … 상승, 카메라 … 위로 올라, 카메라 … 올라가, "
        "카메라 … 위로 이동, 크레인 업, "
        "카메라 … 올라간, 카메라 … 올라갑",
        Move.CRANE_DOWN: "카메라 … 내려온, 카메라 … 내려오, 카메라 … 내려옵, 카메라 … 하강, "
        "카메라 … 아래로 내려, 카메라 … 아래로 이동, "
        "크레인 다운, 카메라 … 내려간, 카메라 … 내려갑",
        Move.ORBIT_RIGHT: "도는 카메라, 카메라 … 주위를, 카메라 … 주변을, 카메라 … 회전, 오빗",
        Move.TRACK: "카메라 … 뒤쫓, 카메라 … 쫓아, 카메라 … 따라가, 카메라 … 따라간, "
        "카메라 … 따라갑, 추적 카메라, "
        "트래킹 카메라, 카메라 … 따라, 트래킹 샷, 팔로우 샷",
        Move.AERIAL: "항공 샷, 항공 촬영, 항공 뷰, 드론, 카메라 … 비행",
        Move.HANDHELD: "핸드헬드, 손에 든 카메라, 흔들리는 카메라",
        Move.STATIC: "고정 카메라, 카메라 고정, 카메라는 고정, 고정 샷, 고정된 카메라, "
        "카메라가 고정, 카메라는 … 고정, 고정 렌즈, 고정 앵글, 고정 구도, 측면 고정, 정면 고정, "
        "카메라는 움직이지, 카메라 움직임 없, 정지 화면",
        Move.RACK_FOCUS: "초점이 이동, 초점이 옮, 초점 이동, 포커스 이동",
    },
    framings={
        Framing.EXTREME_CLOSE_UP: "익스트림 클로즈업, 초근접",
        Framing.CLOSE_UP: "클로즈업, 클로즈 업",
        Framing.MEDIUM: "미디엄 샷, 미디엄샷, 상반신, 중간 샷",
        Framing.WIDE: "와이드 샷, 와이드샷, 넓은 앵글, 와이드한, 전경 샷, 롱 샷, 롱샷, 풀 샷",
    },
    paces={
        0.5: "매우 천천히, 아주 천천히, 아주 느리게, 매우 느리게",
        0.7: "천천히, 느리게, 서서히, 부드럽게, 슬로우 모션, 슬로모션, 느린",
        1.5: "빠르게, 빠른, 급격히, 갑자기, 재빨리",
    },
    looks={
        Look.DAY: "한낮, 대낮, 낮에",
        Look.GOLDEN_HOUR: "골든 아워, 황금빛, 황금 시간",
        Look.SUNSET: "노을, 석양, 일몰, 해질녘, 해 질 녘",
        Look.SUNRISE: "일출, 새벽, 아침 햇살, 동틀",
        Look.NIGHT: "젯/난/군/알<밤 $, 한밤, 밤거리, 밤하늘, 깊은 밤, 심야, 야경, 달빛, "
        "젯/난<밤에, "
        "젯/난/군<밤의, 비 오는 밤, 눈 오는 밤",
        Look.NEON: "네온, 사이버펑크",
        Look.LOW_KEY: "어두운 방, 어두운 배경, 어두운 골목, 어두운 복도, 어두컴컴, 어둑, 로우키",
        Look.SILHOUETTE: "실루엣으로, 검은 실루엣, 실루엣만",
        Look.BLACK_AND_WHITE: "흑백 영상, 흑백 영화, 흑백으로, 흑백 화면, 흑백 톤",
        Look.VINTAGE: "빈티지 스타일, 빈티지 느낌, 빈티지 필름, 레트로 스타일, 레트로 느낌, 세피아",
        Look.GRAIN: "필름 그레인, 필름 질감",
        Look.WARM: "따뜻한 빛, 따뜻한 햇살, 따뜻한 조명, 따뜻한 색감, 따뜻한 톤",
        Look.COLD: "차가운 빛, 차가운 조명, 차가운 색감, 차가운 톤",
        Look.BLOOM: "부드러운 빛, 부드러운 조명, 몽환적, 꿈같은",
        Look.FOG: "안개가, 안개 속, 안개 낀, 짙은 안개, 자욱한 안개",
        Look.STORM: "폭풍 속, 폭풍이, 폭풍우",
        Look.FLICKER: "촛불, 모닥불",
    },
    changes={
        (Look.DAY, Look.NIGHT): "낮에서 밤, 밤이 되, 밤이 찾아, 해가 지고",
        (Look.NIGHT, Look.DAY): "밤에서 낮, 밤에서 아침, 날이 밝아",
    },
    weather={
        Weather.RAIN: "비가 내린, 비가 내립, 비가 온, 비가 옵, 비가 내리, 비가 오, 비 내리, "
        "비 오는, 빗속, 폭우, 소나기, 빗방울이, "
        "비가 쏟아, 이슬비, 장대비, 비를 맞",
        Weather.SNOW: "눈이 내린, 눈이 내립, 눈이 온, 눈이 옵, 눈이 내리, 눈 내리, 눈 오는, "
        "눈이 오, 눈보라, 함박눈, 눈송이, 눈이 흩날, "
        "폭설",
        Weather.DUST: "먼지가 날리, 떠다니는 먼지, 먼지 입자, 모래폭풍",
        Weather.EMBERS: "불티, 불꽃이 튀, 반딧불",
    },
    sounds={
        Sound.RAIN: "비가 내린, 비가 내립, 비가 온, 비가 옵, 비가 내리, 비가 오, 비 내리, "
        "비 오는, 빗소리, 빗속, 폭우, 소나기",
        Sound.THUNDER: "천둥",
        Sound.WIND: "바람이 불, 바람 소리, 바람소리, 산들바람",
        Sound.WAVES: "파도, 바닷가, 해변, 해안",
        Sound.WATER: "시냇물, 폭포, 계곡물, 강물",
        Sound.FIRE: "모닥불, 벽난로, 불길",
        Sound.BIRDS: "새소리, 새 소리, 숲속, 숲 속",
        Sound.CRICKETS: "귀뚜라미, 풀벌레, 매미",
        Sound.CITY: "도시의, 도심, 차 소리, 번화가, 거리의 소음",
        Sound.CROWD: "군중, 환호, 박수, 인파",
        Sound.HEARTBEAT: "심장 박동, 심장 소리",
        Sound.FOOTSTEPS: "발소리, 발걸음 소리",
        Sound.ENGINE: "엔진 소리, 엔진음, 엔진이",
        Sound.IMPACT: "색채의 /색의 /감정의 <폭발, 충격음",
        Sound.BELL: "종소리, 방울 소리",
    },
    music={
        Music.PIANO: "피아노",
        Music.EPIC: "웅장한 음악, 오케스트라",
        Music.SAD: "슬픈 음악, 애잔한 음악",
        Music.TENSE: "긴장감 있는 음악, 긴장된 음악",
        Music.HAPPY: "밝은 음악, 경쾌한 음악, 신나는 음악",
        Music.SYNTH: "전자 음악, 신스",
        Music.AMBIENT: "잔잔한 음악, 배경 음악, 배경음악, 부드러운 음악",
    },
    ways={
        "왼쪽에서 오른쪽으로": "오른쪽으로",
        "오른쪽에서 왼쪽으로": "왼쪽으로",
        "아래에서 위로": "위로",
        "위에서 아래로": "아래로",
    },
    fades={
        Transition.FADE_IN: "페이드 인, 검은 화면에서, 암전에서, 암전 상태에서, "
        "어둠에서 서서히, 블랙에서",
        Transition.FADE_TO_BLACK: "페이드 아웃, 암전",
    },
    silence="무음, 소리 없음, 오디오 없음, 소리 없이",
    one_take="원 테이크, 원테이크, 롱 테이크, 롱테이크, 컷 없이, 컷 없음, 끊김 없는",
    refused=r"없이|없는|없음|없다|금지|그친|그쳤|그치|멈춘|빼고",
    refused_behind=True,
)
