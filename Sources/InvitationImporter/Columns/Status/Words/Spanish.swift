extension StatusLanguage {
    static let spanish = StatusLanguage(
        endings: "o a os as",
        states: [
            .suspended: "suspendid~", .blocked: "bloquead~", .banned: "banead~ vetad~", .deactivated: "desactivad~",
            .inactive: "inactiv~", .deleted: "eliminad~ borrad~ anonimizad~", .archived: "archivad~",
            .former: "despedid~ fallecid~ cesad~", .revoked: "revocad~",
        ],
        plainStates: [
            .blocked: "congelad~", .banned: "expulsad~", .disabled: "deshabilitad~ inhabilitad~ inhabilitado",
            .inactive: "pasiv~ inválid~ obsolet~", .deleted: "suprimid~ quitad~ retirad~",
            .former: """
            antigu~ yanotrabaja jubilad~ finalizad~ terminad~ egresad~ desvinculad~ baja debaja exempleado renunció \
            yanoestá yanotrabajaaquí sefue
            """,
            .expired: "caducad~ vencid~ expirad~", .revoked: "rechazad~ cancelad~ cerrad~ anulad~ denegad~",
            .pending:
                "pendiente pendientes invitad~ solicitad~ enespera sinconfirmar porconfirmar borrador provisional",
            .bounced: "rebotad~ devuelt~",
            .unsubscribed: """
            desuscrit~ dadodebaja nomolestar nomolestarporcorreo noenviar noenviarcorreo noenviarcorreos nocontactar \
            noenviaremail noenviaremails
            """,
            .excluded: "excluid~ ignorad~ omitid~",
        ],
        events: [
            .suspended: "suspensión", .blocked: "desbloqueo reactivación bloqueo bloquear",
            .deactivated: "desactivación desactivar",
            .deleted: "eliminación eliminar borrado borrar", .archived: "archivar",
            .former: """
            baja salida cese despido renuncia retiro jubilación egreso terminación desvinculación rescisión \
            ultimodía últimodíatrabajado fallecimiento últimodíadetrabajo últimodíalaboral últimodía
            """,
            .revoked: "revocación cancelación cierre anulación",
        ],
        beings: [
            .bot: "cuentadeservicio cuentadesistema",
            .shared: "buzóncompartido", .guest: "invitad~ extern~ visitante",
        ],
        things: [
            .bot: "sistema servicio máquina técnic~ automátic~", .shared: "sala compartid~ recurso genéric~",
            .test: "prueba ejemplo ficticio",
        ],
        ins: [
            .inactive: "activ~", .disabled: "activad~ habilitad~", .expired: "válid~ vigente vigentes",
            .former: """
            actual emplead~ inscrit~ contratad~ sigueenlaempresa trabajaactualmente siguetrabajando sigueempleado \
            sigueempleada miembro
            """,
            .pending: "aprobad~ aceptad~ confirmad~ registrad~",
            .blocked: "permitid~ autorizad~",
        ],
        usual: """
            verificad~ miembro propietari~ administrador administradora usuario nuev~ desbloquead~ reactivad~ \
            verdadero cierto titular alta dealta fij~ sí \
            abiert~
            """,
        wanted: "invitar migrar importar",
        unwanted: "excluir ignorar omitir noinvitar noimportar nomigrar",
        marks: [
            .denial: "no nunca sin jamás ya",
            .people: """
            usuario usuaria usuarios cuenta cuentas miembro miembros empleado empleada empleados trabajador \
            colaborador personal persona cliente contacto alumno estudiante socio socios perfil contrato empleo \
            empresa afiliado suscriptor laboral membresía
            """,
            .small: "de del la el los las en es un una y o al s sí campo todavía aún sigue efectiv~ previst~",
            .question: "es está esta ha tiene fue",
            .date: "fecha día hora el",
            .end: "fin final vencimiento caducidad expira expiración vence finalización caduca caducan",
            .until: "hasta desbloqueo reactivación",
            .since: "desde inicio", .last: "última último", .reason: "motivo razón causa por",
            .status: "estado estatus estatuto situación", .type: "tipo clase categoría rol",
            .access: "acceso iniciarsesión sesión ingreso", .allowed: "puede",
            .mail: "correo correos contactar",
            .leave: """
            vacaciones permiso licencia bajamédica bajapormaternidad bajamaternal bajaporpaternidad \
            bajaporenfermedad enfermo enferma excedencia devacaciones depermiso delicencia
            """,
            .other: """
            contraseña clave teléfono móvil celular pedido factura proyecto suscripción número cantidad civil pago \
            pagos dispositivo licencia formación curso certificado vehículo envío entrega evaluación
            """,
        ])
}
