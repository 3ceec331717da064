extension StatusLanguage {
    static let turkish = StatusLanguage(
        endings: "_ dı di mı mi",
        states: [
            .suspended: "askıya askıyaalındı askıyaalınmış askıda dondurulmuş donduruldu",
            .blocked: "engellendi engellenmiş engelli bloke kilitli kilitlendi bloklandı",
            .banned: "yasaklı yasaklandı",
            .deactivated: "devredışı devredışıbırakıldı", .inactive: "inaktif etkindeğil aktifdeğil",
            .deleted: "silindi silinmiş silinen", .archived: "arşivlendi arşivlenmiş",
            .former: "ayrıldı ayrılmış ayrılan iştenayrıldı iştençıktı emekli vefat",
            .revoked: "iptaledildi iptaledilmiş",
        ],
        plainStates: [
            .unsubscribed: "gönderme göndermeyin epostagönderme",
            .disabled: "kapalı", .inactive: "pasif geçersiz", .former: "eski artıkçalışmıyor çalışmıyor",
            .expired: "süresidoldu süresidolmuş",
            .revoked: "reddedildi iptal kapatıldı kapatılmış",
            .pending: "bekliyor beklemede bekleyen davetli davetedildi onaybekliyor onaylanmadı taslak",
            .excluded: "hariç",
        ],
        events: [
            .blocked: "engelleme engellenme engellenmetarihi",
            .deleted: "silme silinme",
            .former: """
            işten ayrılma ayrılış çıkış iştenayrılma iştençıkış iştenayrılış fesih songün sonçalışmagünü sonişgünü
            """,
            .revoked: "iptal",
        ],
        beings: [
            .shared: "paylaşılanpostakutusu ortakpostakutusu",
            .test: "testhesabı denemehesabı",
            .bot: "hizmethesabı sistemhesabı servishesabı", .guest: "misafir konuk harici ziyaretçi dış",
        ],
        things: [.bot: "sistem hizmet servis", .shared: "ortak paylaşılan oda toplantıodası", .test: "deneme örnek"],
        ins: [
            .inactive: "aktif etkin", .disabled: "etkinleştirildi etkinleştirilmiş açık", .expired: "geçerli",
            .former: "çalışıyor mevcut çalışmakta hâlâçalışıyor halaçalışıyor",
            .pending: "onaylandı onaylı onaylanmış kabuledildi kayıtlı",
            .blocked: "izinverildi yetkili",
        ],
        usual: "üye yönetici sahip yeni doğrulanmış doğru",
        wanted: "davetet",
        unwanted: "yoksay atla hariçtut davetetme davetetmeyin davetedilmesin",
        marks: [
            .denial: "değil yok hayır olmayan asla",
            .people: """
            kullanıcı kullanıcının hesap hesabı üye üyelik üyeliği çalışan personel kişi müşteri öğrenci \
            sözleşme iş
            """,
            .small: "mi mı mu mü ve ile evet alan", .question: "mi mı", .date: "tarih tarihi günü zamanı saati",
            .end: "bitiş sonu sona geçerliliksonu sonkullanma sonkullanmatarihi geçerlilik",
            .until: "kadar",
            .since: "başlangıç beri", .last: "son", .reason: "nedeni neden sebebi sebep tarafından",
            .status: "durum durumu", .type: "tür türü tip tipi rol",
            .access: "giriş erişim oturum", .allowed: "yapabilir", .mail: "posta eposta",
            .leave: """
            izin izinli izinde raporlu doğumizni doğumizninde yıllıkizin yıllıkizinde ücretsizizin hastalıkizni
            """,
            .other: """
            parola şifre telefon sipariş fatura proje sayısı numarası medeni ödeme cihaz lisans eğitim sertifika \
            araç teslimat
            """,
        ])
}
