extension StatusLanguage {
    /// The commonest words of Finnish, Estonian, Hungarian, Romanian, Croatian, Slovenian, Greek, Vietnamese,
    /// Indonesian and Arabic.
    static let others = StatusLanguage(
        states: [
            .suspended: "keskeytetty felfüggesztett suspendat suspendiran obustavljen ditangguhkan معلق",
            .blocked: """
            estetty lukittu blokeeritud zárolt letiltott blokkolt blocat blocată blokiran zaključan diblokir \
            bịkhóa khóa αποκλεισμένος κλειδωμένος محظور محجوب
            """,
            .deactivated: "deaktivoitu dezactivat deaktiviran onemogućen dinonaktifkan απενεργοποιημένος",
            .disabled: "poistettukäytöstä keelatud letiltva nonaktif vôhiệuhóa معطل",
            .inactive: """
            passiivinen epäaktiivinen mitteaktiivne inaktív inactiv inactivă neaktivan neaktivna neaktiven \
            ανενεργός ανενεργή khônghoạtđộng tidakaktif غيرنشط
            """,
            .deleted:
                "poistettu kustutatud törölt törölve șters ștearsă obrisan izbrisan dihapus đãxóa διαγραμμένος محذوف",
            .archived: "arkistoitu arhiveeritud archivált arhivat arhiviran diarsipkan αρχειοθετημένος مؤرشف",
            .former:
                "eronnut irtisanottu lahkunud kilépett elbocsátott demis concediat otišao nghỉviệc keluar αποχώρησε",
            .revoked: "visszavont revocat opozvan dicabut",
        ],
        plainStates: [
            .expired: "vanhentunut päättynyt lejárt expirat istekao kedaluwarsa hếthạn ληγμένος منتهي",
            .pending: """
            odottaa kutsuttu ootel függőben meghívott înașteptare invitat načekanju pozvan tertunda menunggu \
            đangchờ εκκρεμεί معلقة
            """,
            .revoked: "hylätty elutasított respins odbijen ditolak bịtừchối",
        ],
        beings: [.guest: "vieras külaline vendég oaspete gost tamu khách επισκέπτης ضيف"],
        ins: [
            .inactive: """
            aktiivinen aktiivne aktív activ activă aktivan aktivna aktivno aktiven ενεργός ενεργή hoạtđộng \
            đanghoạtđộng نشط
            """,
            .disabled: "käytössä engedélyezett activat omogućen diaktifkan ενεργοποιημένος",
            .expired: "voimassa érvényes valabil važeći berlaku",
            .pending: "hyväksytty vahvistettu jóváhagyva jóváhagyott aprobat confirmat odobren potvrđen disetujui",
        ],
        usual: "jäsen tag membru član tosi igaz normál anggota",
        marks: [
            .denial: "ei mitte nem nu ne ni tidak bukan không δεν όχι ليس غير",
            .people: """
            käyttäjä tili työntekijä kasutaja konto felhasználó fiók dolgozó utilizator cont angajat korisnik \
            račun nalog zaposlenik pengguna akun karyawan anggota ngườidùng tàikhoản nhânviên χρήστης \
            λογαριασμός مستخدم حساب موظف
            """,
            .date: "päivä pvm päivämäärä kuupäev dátum dátuma data datum tanggal ngày ημερομηνία تاريخ",
            .end: "loppu päättymispäivä lõpp vége lejárat sfârșit kraj isteka akhir λήξη",
            .until: "asti kuni lejáratig până hingga đến έως حتى",
            .reason: "syy põhjus ok motiv razlog alasan lýdo λόγος سبب",
            .status: "tila olek állapot státusz stare status stanje trạngthái κατάσταση حالة الحالة",
            .type: "tyyppi tüüp típus tip jenis loại τύπος نوع",
        ])
}
