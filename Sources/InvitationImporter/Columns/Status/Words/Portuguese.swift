extension StatusLanguage {
    static let portuguese = StatusLanguage(
        endings: "o a os as",
        states: [
            .suspended: "suspens~", .blocked: "bloquead~", .banned: "banid~", .deactivated: "desativad~ desactivad~",
            .inactive: "inativ~ inactiv~", .deleted: "excluíd~ eliminad~ apagad~ deletad~ anonimizad~",
            .archived: "arquivad~",
            .former: "demitid~ desligad~ falecid~", .revoked: "revogad~",
        ],
        plainStates: [
            .blocked: "congelad~ travad~", .banned: "expuls~", .disabled: "desabilitad~ desligad~",
            .inactive: "passiv~ inválid~", .deleted: "removid~",
            .former: """
            antig~ nãotrabalhamais aposentad~ terminad~ encerrad~ saiu exfuncionário rescindid~ jánãotrabalha \
            nãoestámais
            """,
            .expired: "expirad~ vencid~ caducad~", .revoked: "rejeitad~ cancelad~ fechad~ anulad~ negad~ recusad~",
            .pending: """
            pendente pendentes convidad~ solicitad~ aguardando emespera nãoconfirmado aguardandoaprovação \
            rascunho
            """,
            .bounced: "devolvid~",
            .unsubscribed: """
            descadastrad~ nãoenviar nãoenviaremail nãoenviaremails nãocontatar nãocontactar nãoperturbar
            """,
            .excluded: "ignorad~ omitid~",
        ],
        events: [
            .suspended: "suspensão", .blocked: "desbloqueio reativação bloqueio bloquear",
            .deactivated: "desativação desativar inativação inativar",
            .deleted: "exclusão excluir eliminação apagar remoção remover", .archived: "arquivamento",
            .former: """
            saída desligamento demissão rescisão término aposentadoria últimodia últimodiatrabalhado desvinculação \
            falecimento últimodiadetrabalho
            """,
            .revoked: "revogação cancelamento encerramento fechamento",
        ],
        beings: [
            .bot: "contadeserviço",
            .shared: "caixacompartilhada caixapartilhada", .guest: "convidad~ extern~ visitante",
        ],
        things: [
            .bot: "sistema serviço máquina robô técnic~", .shared: "sala compartilhad~ partilhad~ recurso genéric~",
            .test: "teste exemplo fictício",
        ],
        ins: [
            .inactive: "ativ~ activ~", .disabled: "ativad~ habilitad~", .expired: "válid~ vigente",
            .former: """
            atual empregad~ inscrit~ matriculad~ contratad~ aindatrabalha trabalhaatualmente aindaempregado \
            aindanaempresa continuanaempresa membro
            """,
            .pending: "aprovad~ aceit~ aceite confirmad~ registrad~ cadastrad~",
            .blocked: "permitid~ autorizad~",
        ],
        usual: """
            verificad~ membro proprietári~ administrador administradora usuário utilizador nov~ desbloquead~ \
            reativad~ verdadeiro efetivo titular trabalhando \
            abert~
            """,
        wanted: "convidar migrar importar",
        unwanted: "ignorar omitir nãoconvidar nãoimportar nãomigrar",
        marks: [
            .denial: "não nao nunca sem jamais",
            .people: """
            usuário usuária usuários utilizador utilizadores conta contas membro membros funcionário funcionária \
            funcionários colaborador colaboradores empregado pessoa cliente contato contacto aluno estudante associado \
            perfil contrato emprego empresa vínculo assinante servidor
            """,
            .small: "de do da dos das em é uma e ou ao no na s sim campo ainda efetiv~ previst~",
            .question: "é está foi tem",
            .date: "data dia hora em", .end: "fim final vencimento validade expira expiração vence",
            .until: "até desbloqueio reativação",
            .since: "desde início", .last: "última último", .reason: "motivo razão causa por",
            .status: "estado situação estatuto", .type: "tipo classe categoria perfil papel função",
            .access: "acesso entrar sessão", .allowed: "pode",
            .mail: "correio contactar contatar",
            .leave: """
            férias licença afastamento afastad~ licençamaternidade licençamédica licençapaternidade delicença \
            emlicença deférias emférias
            """,
            .other: """
            senha telefone celular telemóvel pedido fatura projeto assinatura número quantidade civil pagamento \
            pagamentos dispositivo licença treinamento formação curso certificado veículo envio entrega avaliação
            """,
        ])
}
