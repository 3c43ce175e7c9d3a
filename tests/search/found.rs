//! The hits of a search, however it is typed, in every language and every field.

use super::Searched;

#[test]
fn slips_in_a_real_schedule_are_forgiven() {
    let searched = Searched::event("kawj-2023.toml");
    for typed in ["осконбоев", "Осконбаев", "осконбав", "оксонба", "осконбоев эмил", "oskonbayev"]
    {
        let expected = ["@Осконбаев Эмил Жолдошевич: name", "Куттуктоо сөзү: about"];
        assert_eq!(searched.find(typed), expected, "{typed}");
    }
    let saturday = Searched::event("fosdem-2025-saturday.toml");
    assert_eq!(saturday.names("jansen")[0], "in Janson");
    let kubernetes = "An Intro to eBPF with Go: The Foundation of Modern Kubernetes Networking";
    for typed in ["kubernetis", "kuberneti", "kuberntes", "kubernetes", "kub", "kuebr", "KUBÉRNETES"] {
        assert_eq!(saturday.names(typed)[0], kubernetes, "{typed}");
    }
}

#[test]
fn every_language_and_field_is_searched() {
    let searched = Searched::event("showcase.toml");
    for (typed, expected) in [
        // Titles, typed on any keyboard.
        ("ар бир булактын", "Ар бир булактын аты бар: name"),
        ("каждого родника есть", "Ар бир булактын аты бар: name"),
        ("every spring has", "Ар бир булактын аты бар: name"),
        ("оз арыгынды тарт", "Өз арыгыңды тарт: name"),
        ("мөнгүнүн үстүнөн учуу", "Мөңгүнүн үстүнөн учуу: name"),
        ("мангунун устунон", "Мөңгүнүн үстүнөн учуу: name"),
        ("ребенок", "Айылдын жолун бала тартса: name"),
        // Other fields of sessions.
        ("five hundred and twelve", "Ар бир булактын аты бар: about"),
        ("\"круглый стол\"", "Ашуунун үч аты: кайсынысы картада?: about"),
        ("\"field work\"", "Ар бир булактын аты бар: about"),
        ("postponed", "Дрон менен тартылган ашуу: about"),
        ("зыйнат бешбармак", "Түшкү тамак: бешбармак: name–about"),
        ("полевая тетрадь", "Ар бир булактын аты бар: about"),
        ("для соседа", "Мурап таяк менен эмнени өлчөйт: text"),
        ("one for the neighbour", "Мурап таяк менен эмнени өлчөйт: text"),
        ("несчастных случаях", "Куткаруучу картадан эмнени көрөт: text"),
        // People, and all other entities.
        ("bulakbekov", "@Эрмек Булакбеков: name"),
        ("жылгаева нуриза", "@Нуриза Жылгаева: name"),
        ("chair of the water court", "@Эрмек Булакбеков: about"),
        ("reader of boulders", "@Ines Moraine: about"),
        ("великобритания", "@Harriet Fell: about"),
        ("field diary", "@Ines Moraine: about"),
        ("forty drawers", "@Harriet Fell: text"),
        ("great hall", "in Чоң зал: name"),
        ("верхний этаж", "Ашуунун үстүндөгү жылдыздар: about"),
        ("верхний этаж купол", "in Купол: name–about"),
        ("roof opens", "in Купол: text"),
        ("вместе", "of Чогуу: name"),
        ("tsk", "the Тоо, суу, карта: ойдон чыгарылган курултай: name"),
        ("\"у воды нет границ\"", "the Тоо, суу, карта: ойдон чыгарылган курултай: about"),
        ("дневники ледников", "the Тоо, суу, карта: ойдон чыгарылган курултай: about"),
        ("#тоосуукарта", "the Тоо, суу, карта: ойдон чыгарылган курултай: about"),
        ("canal street", "the Тоо, суу, карта: ойдон чыгарылган курултай: about"),
        ("\"день гор\"", "the Тоо, суу, карта: ойдон чыгарылган курултай: about"),
        ("\"no such assembly\"", "the Тоо, суу, карта: ойдон чыгарылган курултай: text"),
    ] {
        let found = searched.find(typed);
        assert_eq!(found.first().map_or("", String::as_str), expected, "{typed}: {found:#?}");
    }
}

#[test]
fn organizers_sponsors_delegations_and_info_are_searched() {
    let searched = Searched::of(
        "title = 't'\n\
         organizers = [{ name = 'O', role = 'keys', organization = 'house', contact = 'door', people = ['Ann'] }]\n\
         tiers = [{ id = 'g', name = 'Gold' }]\n\
         sponsors = [{ name = 'S', tier = 'g', project = 'well', description = 'Digs **deep** holes.' }]\n\
         delegations = [{ name = 'D', kind = 'union', people = ['Ann'] }]\n\
         info = [{ title = 'Wi-Fi', text = 'The <b>pass</b>word is on the wall.' }]\n",
    );
    for (typed, expected) in [
        ("keys", vec!["&O: about"]),
        ("house", vec!["&O: about"]),
        ("door", vec!["&O: about"]),
        ("ann", vec!["@Ann: name", "&O: about", "+D: about"]),
        ("gold", vec!["$S: about"]),
        ("well", vec!["$S: about"]),
        ("\"digs deep holes\"", vec!["$S: text"]),
        ("union", vec!["+D: about"]),
        ("wi-fi", vec!["i Wi-Fi: name"]),
        ("password", vec!["i Wi-Fi: text"]),
        ("<b>", vec![]),
    ] {
        assert_eq!(searched.find(typed), expected, "{typed}");
    }
}

#[test]
fn capitals_accents_and_keyboards_make_no_difference() {
    let searched = Searched::of(
        "title = 't'\n\
         agenda = [\n\
         { title = 'Straße nach Łódź' },\n\
         { title = 'Май' },\n\
         { title = 'Маи' },\n\
         { title = '司法会议' },\n\
         { title = 'Don’t — “quote” me' },\n\
         { title = 'İstanbul ve Ærø' },\n\
         { title = 'القضاء' },\n\
         { title = '.*[(' },\n\
         ]\n",
    );
    for (typed, expected) in [
        ("STRASSE lodz", vec!["Straße nach Łódź"]),
        ("май", vec!["Май"]),
        ("маи", vec!["Маи"]),
        ("会议", vec!["司法会议"]),
        ("\"会议\"", vec!["司法会议"]),
        ("don't - me", vec!["Don’t — “quote” me"]),
        ("ISTANBUL aero", vec!["İstanbul ve Ærø"]),
        ("قضا", vec!["القضاء"]),
        (".*[(", vec![".*[("]),
        ("", vec![]),
        ("\u{301}", vec![]),
        ("  ", vec![]),
    ] {
        assert_eq!(searched.names(typed), expected, "{typed:?}");
    }
}

#[test]
fn quotes_are_for_exactly_that() {
    let searched = Searched::of(
        "title = 't'\n\
         agenda = [\n\
         { title = 'Open source' },\n\
         { title = 'Source open' },\n\
         { title = 'An open\u{a0}source, or two' },\n\
         { title = 'Open sources' },\n\
         { title = 'Go' },\n\
         { title = 'Going', abstract = '''To go is\nto stay.''' },\n\
         ]\n",
    );
    assert_eq!(searched.names("\"open source\""), ["Open source", "An open\u{a0}source, or two"]);
    assert_eq!(searched.names("open source").len(), 4);
    assert_eq!(searched.names("\"opem\""), [""; 0]);
    assert_eq!(searched.find("\"go\""), ["Go: name", "Going: text"]);
    assert_eq!(searched.find("\"Go  is to\""), ["Going: text"]);
}

#[test]
fn the_same_is_found_each_time() {
    for event in ["showcase.toml", "fosdem-2025-saturday.toml", "kawj-2023.toml"] {
        let (one, other) = (Searched::event(event), Searched::event(event));
        for typed in ["a", "о", "kart", "суу", "jansen", "the of", "мурапп"] {
            assert_eq!(one.find(typed), other.find(typed), "{event}, {typed}");
        }
    }
}
