/** Words that say nothing of what a text is about, folded, of three letters and more: shorter ones are never compared. */
const BY_LANGUAGE = {
  ru: "без более будет будут был была были было вам вас весь все всех всего где год года году для его ему если есть еще или имя как когда которая которого которой которые который которых кто лет либо между меня мне может можно над надо нас него нее ней нет ним них однако она они оно отметил перед под после потому почти при про раз рассказал свои своих свою сейчас себя сказал словам со сообщает сообщил стал стали так также такие такой там тем теперь того тоже только том тот три уже хотя чем через что чтобы эта эти это этого этой этом этот эту",
  en: "about after all also and any are back been before being between but can could did does down for from had has have her him his how into its just last like may more most new not now off one only other our out over own said say says she should since some such than that the their them then there these they this those through told two under until was well were what when where which while who will with would year years you your",
  kk: "алып арқылы бар бойынша болады болған болды болып бұл бір деген деді деп дейді ғана еді екен енді жатыр және жоқ кейін керек көп мен мына немесе осы оның пен сол соң туралы тұр үшін қана",
  uz: "agar ammo bilan bir biz boʼladi boʼlgan boʼldi boʼlib boʼyicha bor bu dedi deb deya edi emas endi esa etdi ham haqida hozir keyin kerak koʼra lekin mumkin oʼz qilindi qildi shu soʼng uchun uning ushbu va yil yilda yoki айтди бир билан бор бу бўйича бўлади бўлган бўлди бўлиб деб деди деган ушбу унинг учун ҳам ҳақида эди эса керак кейин лекин мумкин шу янги",
  ky: "алып анын бар бир болгон болду болот болуп боюнча бул деген деди деп жана жок жылы менен ошол ошондой тууралуу учун үчүн эле эми эмес кийин керек",
  tg: "аз ала аст бар барои буд буданд дар дигар вале ва ки кард карда карданд мебошад низ онҳо пас ҳам ҳаст чунин шуд шуда шудааст як",
  tk: "bar bilen bir boldy bolup boýunça bu diýdi diýip edip emma hem üçin hakda onuň soňra şol ýaly ýok we",
};

export const COMMON_WORDS: ReadonlySet<string> = new Set(
  Object.values(BY_LANGUAGE).flatMap((words) => words.split(" ")),
);
