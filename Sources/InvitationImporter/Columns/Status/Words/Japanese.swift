extension StatusLanguage {
    static let japanese = StatusLanguage(
        states: [
            .suspended: "停止 休止 サスペンド 利用停止 一時停止", .blocked: "ロック ロック済み ブロック 凍結 ロックアウト", .banned: "バン 追放 禁止",
            .deactivated: "非アクティブ化 停止済み",
            .disabled: "無効 無効化 使用不可", .inactive: "非アクティブ 未使用 休眠 インアクティブ", .deleted: "削除 削除済み 抹消",
            .archived: "アーカイブ アーカイブ済み 保管済み",
            .former: "退職 退社 退会 離任 解雇 退学 卒業 脱退 死亡", .expired: "期限切れ 失効 有効期限切れ", .revoked: "取消 取り消し 却下 拒否 キャンセル 解約",
            .pending: "保留 保留中 招待中 招待済み 未承認 承認待ち 未登録 仮登録 未確認 申請中 未承諾",
            .unsubscribed: "配信停止 購読解除 オプトアウト 送信しない 配信しない 配信不要",
            .bounced: "不達", .excluded: "除外 対象外",
        ],
        events: [.former: "最終出勤日 最終勤務日"],
        beings: [
            .shared: "共有メールボックス 共有メール", .guest: "ゲスト 外部 来賓 社外",
            .bot: "ボット サービスアカウント",
            .test: "テスト ダミー",
        ],
        things: [.bot: "システム サービス", .shared: "共有 会議室 設備"],
        ins: [
            .inactive: "アクティブ 活動中 利用中 使用中", .disabled: "有効 有効化 利用可", .expired: "有効", .former: "在職 在籍 現職 現役 在学",
            .pending: "承認 承認済み 登録済み 確認済み", .blocked: "許可 可能",
        ],
        usual: "参加済み 参加中 メンバー 正社員 管理者 所有者 正常 通常 会員 本登録 はい 真",
        wanted: "招待 移行",
        unwanted: "無視 スキップ 招待しない 招待不要 招待しないでください",
        marks: [
            .denial: "未 非 不 ない いいえ", .people: "ユーザー ユーザ 利用者 アカウント 社員 従業員 会員 メンバー 職員 顧客 連絡先 学生 個人 氏名 雇用 契約 勤務",
            .small: "の 済み 済 フラグ か 中 化 した している", .question: "", .date: "日 日付 日時 年月日 時刻", .end: "終了 満了 期限 有効期限 有効期間",
            .until: "まで",
            .since: "開始 から", .last: "最終 最後", .reason: "理由 原因 備考", .status: "状態 状況 ステータス", .type: "種別 種類 区分 タイプ ロール 役割",
            .access: "ログイン サインイン アクセス", .allowed: "可", .mail: "メール 配信",
            .leave: "休暇 休職 育休 産休 育児休業 産前産後休業 育休中 産休中 病欠 有給",
            .other: "パスワード 電話 携帯 注文 請求 プロジェクト 数 番号",
        ])
}
