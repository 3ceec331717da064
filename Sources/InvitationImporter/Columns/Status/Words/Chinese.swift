extension StatusLanguage {
    /// Simplified and traditional. Words stand next to each other.
    static let chinese = StatusLanguage(
        states: [
            .suspended: "暂停 暫停 中止 挂起", .blocked: "锁定 鎖定 封禁 冻结 凍結 封锁 封鎖 拉黑 屏蔽 已锁 黑名单 黑名單", .banned: "禁止 封号 封號",
            .deactivated: "停用 注销 註銷 停權 停权", .disabled: "禁用 失效 关闭 關閉",
            .inactive: "未激活 不活跃 不活躍 非活动 未启用 未啟用 不在职 不在職 未使用 非活跃",
            .deleted: "删除 刪除 移除 清除 作废 作廢", .archived: "归档 歸檔 存档 封存",
            .former: "离职 離職 退休 辞职 辭職 解雇 解僱 开除 退出 退会 退會 已故 离开 離開 卸任 毕业", .expired: "过期 過期 到期 逾期",
            .revoked: "撤销 撤銷 吊销 吊銷 拒绝 拒絕 取消 驳回",
            .pending: "待处理 待審核 待审核 待确认 待激活 待批准 审核中 審核中 未确认 未確認 未审核 待定 等待 申请中 已邀请 已邀請 未注册 待入职",
            .unsubscribed: "退订 退訂 取消订阅 取消訂閱 不发送 不發送 勿发 勿发邮件",
            .bounced: "退信", .excluded: "排除 忽略",
        ],
        events: [.former: "最后工作日 最後工作日 最后上班日"],
        beings: [
            .shared: "共享邮箱 共享郵箱 公共邮箱", .guest: "访客 訪客 外部 来宾 來賓 游客 嘉宾",
            .bot: "机器人 機器人 服务账号 服务帐户 服務帳號",
            .test: "测试 測試 占位",
        ],
        things: [.bot: "系统 系統 服务 服務", .shared: "共享 公共 会议室 會議室"],
        ins: [
            .inactive: "活跃 活躍 激活 活动 活動 正常", .disabled: "启用 啟用 开启 開啟 可用", .expired: "有效", .former: "在职 在職 现任 在册 在籍 在校",
            .pending: "确认 確認 批准 通过 通過 审核通过 已注册 核准", .blocked: "允许 允許",
        ],
        usual: "试用 试用期 試用 成员 成員 会员 會員 员工 正式 管理员 所有者 是 用户",
        wanted: "邀请 邀請 迁移 导入",
        unwanted: "跳过 不邀请 不要邀请 不要邀請 勿邀请 勿邀請",
        marks: [
            .denial: "未 不 非 无 無 没 没有 不再 否",
            .people: "用户 用戶 使用者 账户 账号 帐户 帐号 帳戶 帳號 賬戶 员工 員工 人员 人員 成员 成員 会员 會員 职工 雇员 客户 联系人 学生 合同 个人 工作",
            .small: "是 已 的 被 了 中 标志 标识 标记 旗标 字段", .question: "是否", .date: "日期 时间 時間 日 时刻 于", .end: "结束 結束 截止 终止 終止 有效期",
            .until: "至 直到 期限",
            .since: "开始 起 自 开通", .last: "最后 最近 上次", .reason: "原因 理由 备注", .status: "状态 狀態 状况 情况 情況",
            .type: "类型 類型 类别 種類 角色",
            .access: "登录 登錄 登入 访问 存取", .allowed: "可以 可 能否", .mail: "邮件 郵件 邮箱 電郵",
            .leave: "休假 请假 产假 產假 病假 育儿假 育兒假 婚假 陪产假 年假 事假",
            .other: "密码 電話 电话 手机 订单 项目 数量 编号 婚姻 订阅 试用 试用期 試用 試用期 付款 支付 訂單 发票 發票 设备 設備 许可证 培训 證書 证书 车辆 物流",
        ])
}
