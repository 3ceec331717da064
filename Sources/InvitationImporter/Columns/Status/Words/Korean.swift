extension StatusLanguage {
    static let korean = StatusLanguage(
        states: [
            .suspended: "정지 정지됨 일시정지 중지 중지됨", .blocked: "차단 차단됨 잠김 잠금 잠긴 동결", .banned: "추방 금지",
            .deactivated: "비활성화 비활성화됨",
            .disabled: "사용안함 사용중지 사용불가", .inactive: "비활성 휴면 미사용", .deleted: "삭제 삭제됨 제거", .archived: "보관 보관됨",
            .former: "퇴사 퇴직 탈퇴 해고 퇴원 졸업 사망", .expired: "만료 만료됨", .revoked: "취소 취소됨 거부 거부됨 거절 철회 해지",
            .pending: "대기 대기중 보류 초대됨 미승인 미확인 승인대기 초대중 미가입", .unsubscribed: "수신거부 구독취소", .bounced: "반송", .excluded: "제외",
        ],
        events: [.former: "마지막근무일 최종근무일"],
        beings: [
            .shared: "공유사서함 공유메일함", .guest: "비회원 게스트 외부 손님 방문자",
            .bot: "봇 로봇 서비스계정",
            .test: "테스트 더미",
        ],
        things: [.bot: "시스템 서비스", .shared: "공유 회의실"],
        ins: [
            .inactive: "활성 활동중 사용중", .disabled: "활성화 활성화됨 사용", .expired: "유효 유효함", .former: "재직 재직중 현직 재학",
            .pending: "승인 승인됨 확인됨 등록됨 가입됨", .blocked: "허용 가능",
        ],
        usual: "구성원 정상 회원 정회원 관리자 소유자 정규직 예 참",
        wanted: "초대 이전",
        unwanted: "무시 건너뛰기 초대안함 초대하지않음 초대금지",
        marks: [
            .denial: "안 미 비 아님 아니요 않음 불", .people: "사용자 계정 회원 직원 사원 구성원 고객 연락처 학생 근무 고용 계약 재직자",
            .small: "여부 됨 함 중 의 한 된 화 플래그", .question: "", .date: "일 일자 날짜 일시 시간", .end: "종료 만기 만료 유효기간 유효기한",
            .until: "까지",
            .since: "시작 부터", .last: "마지막 최근 최종", .reason: "사유 이유 비고", .status: "상태 현황", .type: "유형 종류 구분 타입 역할",
            .access: "로그인 접속 접근", .allowed: "가능", .mail: "메일 이메일 수신",
            .leave: "휴가 휴직 육아휴직 출산휴가 병가 병가중 휴직중 휴가중 연차",
            .other: "비밀번호 전화 휴대폰 주문 청구 프로젝트 수 번호 결제 송장 단말 단말기 기기 장치 라이선스 교육 인증서 차량 배송 결혼 혼인",
        ])
}
