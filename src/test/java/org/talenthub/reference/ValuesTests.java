package org.talenthub.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talenthub.common.Issue;
import org.talenthub.reference.reading.Values;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.IdNumbers;
import org.talenthub.reference.standards.Regions;

class ValuesTests {

    private static final Dictionaries DICTIONARIES = Dictionaries.load();
    private static final Feeds FEEDS = Feeds.load(DICTIONARIES);
    private static final Values VALUES = new Values(
            DICTIONARIES, Regions.load(), Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC));

    /** The example row of every template, as it is filled in there. */
    static Map<String, String> examples(Feed feed) {
        Map<String, String> cells = new HashMap<>();
        feed.columns().forEach(c -> cells.put(c.field(), c.example()));
        return cells;
    }

    private static Parsed parse(String feed, String field, String typed) {
        Map<String, String> cells = examples(FEEDS.get(feed));
        cells.put(field, typed);
        return read(FEEDS.get(feed), cells);
    }

    /** The row with its errors and warnings; what only says how a value was understood has a test of its own. */
    private static Parsed read(Feed feed, Map<String, String> cells) {
        Parsed parsed = VALUES.parse(feed, cells);
        return new Parsed(
                parsed.fields(),
                parsed.sealed(),
                parsed.issues().stream()
                        .filter(i -> i.level() != Issue.Level.NOTICE)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "talent, birth, 1985年3月, read.date, 1985-03",
        "talent, birth, １９８５.3, read.date, 1985-03",
        "talent, education, 研究生（硕士）, read.code, 硕士研究生",
        "talent, education, 21-大学本科, read.code, 大学本科",
        "talent, name, ＡＢ李, read.text, AB李",
        "talent, expertise, ＩｎＰ光芯片, read.text, InP光芯片",
        "talent, documentNumber, 42999919850312001７, read.text, 42***************7",
        "enterprise, region, 武汉东湖高新区, read.region, 武汉市",
        "demand, headcount, 3人, read.number, 3"
    })
    void whatWasPutRightIsSaid(String feed, String field, String typed, String code, String read) {
        Map<String, String> cells = examples(FEEDS.get(feed));
        cells.put(field, typed);
        Parsed parsed = VALUES.parse(FEEDS.get(feed), cells);
        String title = FEEDS.get(feed).column(field).orElseThrow().title();

        assertThat(parsed.rejected()).isFalse();
        assertThat(parsed.issues())
                .filteredOn(i -> i.column().equals(title))
                .singleElement()
                .satisfies(i -> {
                    assertThat(i.level()).isEqualTo(Issue.Level.NOTICE);
                    assertThat(i.code()).isEqualTo(code);
                    assertThat(i.message()).contains(read);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "talent, education, 博士研究生毕业",
        "talent, education, 博士研究生",
        "talent, education, 本科",
        "talent, education, 21",
        "enterprise, region, 武汉市",
        "enterprise, region, 湖北省武汉市洪山区"
    })
    void aNameOfTheListItselfNeedsNoWord(String feed, String field, String typed) {
        Map<String, String> cells = examples(FEEDS.get(feed));
        cells.put(field, typed);
        assertThat(VALUES.parse(FEEDS.get(feed), cells).issues()).isEmpty();
    }

    @Test
    void onlyWhatTheListOffersIsProposed() {
        Map<String, String> cells = examples(FEEDS.get("talent"));
        cells.put("category", "高端人才");
        assertThat(VALUES.parse(FEEDS.get("talent"), cells).issues())
                .singleElement()
                .extracting(Issue::message)
                .asString()
                .doesNotContain("“战略人才”");
    }

    /** A number that strayed into another column is nobody's to read in a message. */
    @ParameterizedTest
    @ValueSource(strings = {"429999198503120017", "429999198503120018", "13912345678", "某@example.com a.b@example.com"})
    void messagesNeverQuoteContactsOrDocuments(String typed) {
        for (Feed feed : FEEDS.all()) {
            for (Column column : feed.columns()) {
                Map<String, String> cells = examples(feed);
                cells.put(column.field(), typed);
                String secret = typed.contains("@") ? "a.b@example.com" : typed;
                assertThat(VALUES.parse(feed, cells).issues())
                        .as(column.title())
                        .noneMatch(i -> i.message().contains(secret)
                                || String.valueOf(i.value()).contains(secret));
            }
        }
    }

    private static List<String> codes(Parsed parsed) {
        return parsed.issues().stream().map(Issue::code).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"talent", "demand", "enterprise", "carrier", "platform"})
    void theExampleRowOfEveryFeedIsFaultless(String name) {
        Feed feed = FEEDS.get(name);
        Parsed parsed = read(feed, examples(feed));
        assertThat(parsed.issues()).isEmpty();
        assertThat(feed.columns())
                .allSatisfy(c -> assertThat(
                                c.sensitive()
                                        ? parsed.sealed().get(c.field())
                                        : parsed.fields().get(c.field()))
                        .as(c.field())
                        .isNotNull());
        assertThat(parsed.sealed().keySet())
                .containsExactlyInAnyOrderElementsOf(feed.columns().stream()
                        .filter(Column::sensitive)
                        .map(Column::field)
                        .toList());
    }

    @Test
    void sensitiveValuesAreNotAmongTheFields() {
        Parsed parsed = read(FEEDS.get("talent"), examples(FEEDS.get("talent")));
        assertThat(parsed.sealed())
                .containsEntry("documentNumber", "429999198503120017")
                .containsEntry("phone", "19900000001");
        assertThat(parsed.fields().asMap()).doesNotContainKeys("documentNumber", "phone", "email");
        assertThat(parsed.toString()).doesNotContain("429999198503120017", "张示例");
    }

    @Test
    void everyRequiredColumnIsMissedByItsTitle() {
        FEEDS.all().forEach(feed -> {
            Parsed parsed = read(feed, Map.of());
            assertThat(parsed.rejected()).isTrue();
            assertThat(parsed.issues())
                    .extracting(Issue::column)
                    .containsExactlyElementsOf(feed.columns().stream()
                            .filter(Column::required)
                            .map(Column::title)
                            .toList());
            assertThat(codes(parsed)).containsOnly("required");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "无", "/", "-", "—", "——", "N/A", "　", "暂无", "\\", "不限"})
    void marksForNothingAreBlank(String typed) {
        Parsed optional = parse("talent", "titleLevel", typed);
        assertThat(optional.issues()).isEmpty();
        assertThat(optional.fields().has("titleLevel")).isFalse();
        assertThat(codes(parse("talent", "education", typed))).containsExactly("required");
        assertThat(codes(parse("talent", "expertise", typed))).containsExactly("required");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                name|`　张　三 `|张三
                name|阿依古丽•买买提|阿依古丽·买买提
                name|John  Smith|John Smith
                name|㛃𫖯|㛃𫖯
                name|\uFA0E一|\uFA0E一
                title|ＡＢＣ１２３ 工程师|ABC123 工程师
                title|=cmd|=cmd
                post|`总\u200b工\u0007程师`|总工程师
                post|党委书记 董事长|党委书记 董事长
                sex|男性|1
                education|本科|21
                titleLevel|副高|DEPUTY_SENIOR
                employerCode|91429999ma9999005a|91429999MA9999005A
                graduated|2013年6月|2013-06
                confirmedOn|20261015|2026-10-15
                place|武汉 光谷生物城|武汉 光谷生物城
                """)
    void textIsNormalised(String field, String typed, String expected) {
        Parsed parsed = parse("talent", field, typed);
        assertThat(parsed.issues()).isEmpty();
        assertThat(parsed.fields().get(field)).isEqualTo(expected);
    }

    @Test
    void aPlaceGivesItsRegion() {
        assertThat(parse("talent", "place", "湖北省宜昌市伍家岗区").fields().text("placeRegion"))
                .contains("420503");
        assertThat(parse("talent", "place", "深圳市").fields().has("placeRegion")).isFalse();
    }

    @Test
    void multiValuesAreSplitAtEveryUsualMark() {
        assertThat(parse("talent", "expertise", "光芯片；激光;外延、封装，测试,光刻\n流片\r\n光芯片")
                        .fields()
                        .list("expertise"))
                .containsExactly("光芯片", "激光", "外延", "封装", "测试", "光刻", "流片");
        assertThat(parse("talent", "expertise", "1.光芯片；2.激光；3D打印；5.8GHz射频；无")
                        .fields()
                        .list("expertise"))
                .containsExactly("光芯片", "激光", "3D打印", "5.8GHz射频");
        assertThat(parse("talent", "expertise", "1、光芯片\n2、激光").fields().list("expertise"))
                .containsExactly("光芯片", "激光");
        assertThat(parse("talent", "honours", "示例计划（一期，二期）；示例奖").fields().list("honours"))
                .containsExactly("示例计划（一期，二期）", "示例奖");
    }

    @Test
    void industriesMayBeWrittenAsNodes() {
        Parsed parsed = parse("talent", "industries", "光芯片、动力电池；光电子信息产业");
        assertThat(parsed.fields().list("industries")).containsExactly("OPTO", "NEV");
        assertThat(parsed.fields().list("nodes")).containsExactly("OPTO_OPTICAL_CHIP", "NEV_POWER_BATTERY");
        assertThat(parsed.issues()).isEmpty();
    }

    @Test
    void anUnknownCodeIsRefusedWithASuggestion() {
        Parsed parsed = parse("talent", "education", "博仕");
        assertThat(parsed.rejected()).isTrue();
        Issue issue = parsed.issues().getFirst();
        assertThat(issue.column()).isEqualTo("学历");
        assertThat(issue.value()).isEqualTo("博仕");
        assertThat(issue.message()).startsWith("“博仕”不在学历代码表中，是不是“博士研究生”？可填：博士研究生、");
    }

    @Test
    void anUnknownCodeOfALaxColumnIsLeftOut() {
        Parsed parsed = parse("talent", "serviceNeeds", "子女入学；免费午餐");
        assertThat(parsed.rejected()).isFalse();
        assertThat(codes(parsed)).containsExactly("code.unknown");
        assertThat(parsed.fields().list("serviceNeeds")).containsExactly("SCHOOLING");
    }

    @Test
    void ambiguousWordsAreReadWithAWarning() {
        Parsed parsed = parse("talent", "titleLevel", "高级");
        assertThat(parsed.fields().get("titleLevel")).isEqualTo("DEPUTY_SENIOR");
        assertThat(codes(parsed)).containsExactly("code.doubtful");
        assertThat(codes(parse("talent", "graduated", "2013.1"))).containsExactly("date.doubtful");
    }

    @ParameterizedTest
    @CsvSource({
        "birth,上世纪,date.unreadable,true",
        "birth,1985,date.yearonly,true",
        "birth,9999,required,true",
        "birth,2027-01,birth.future,true",
        "birth,2015-01,birth.young,true",
        "graduated,1985-02-30,date.nosuchday,true",
        "graduated,85.3,date.year,true",
        "graduated,2013,date.yearonly,false",
        "confirmedOn,2027-01-01,date.future,false",
        "employerCode,123,uscc.length,true",
        "employerCode,91429999MA99990O5A,uscc.alphabet,true",
        "employerCode,91429999MA9999005B,uscc.check,false",
        "phone,12345,phone.form,false",
        "email,nobody,email.form,false",
        "documentNumber,42999919850312001,document.length,true",
        "documentNumber,42999919850312001A,document.characters,true",
        "documentNumber,429999198513120017,document.date,true",
        "documentNumber,429999198503120018,document.check,true",
        "documentNumber,429999198503120000,document.excel,true",
        "documentNumber,4.29999E+17,document.excel,true",
        "birth,1985-04,document.birth,true",
        "birth,1985-03-13,document.birth,true",
        "sex,女,document.sex,true",
        "documentType,护照,'',false",
        "documentType,港澳台居民居住证,document.type,true",
        "documentType,外国人永久居留身份证,document.type,true",
        "documentType,'',''  ,false",
        "remark,电话 19900001234,text.contact,false"
    })
    void talentFaultsAreNamed(String field, String typed, String code, boolean rejected) {
        Parsed parsed = parse("talent", field, typed);
        assertThat(codes(parsed)).isEqualTo(code.isBlank() ? List.of() : List.of(code));
        assertThat(parsed.rejected()).isEqualTo(rejected);
        String number = Objects.requireNonNull(examples(FEEDS.get("talent")).get("documentNumber"));
        assertThat(parsed.issues()).allSatisfy(i -> {
            assertThat(i.message()).doesNotContain(number).endsWith("。");
            assertThat(i.value()).isNotEqualTo(number);
        });
    }

    @Test
    void sensitiveValuesAreMaskedInIssues() {
        Issue issue =
                parse("talent", "documentNumber", "429999198503120018").issues().getFirst();
        assertThat(issue.value()).isEqualTo("42***************8");
        assertThat(issue.message()).doesNotContain("0018");
        assertThat(parse("talent", "remark", "电话 19900001234，邮箱bob@example.com，证号429999198503120017")
                        .fields()
                        .text("remark"))
                .contains("电话 199****1234，邮箱b***@example.com，证号42***************7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"talent", "demand", "enterprise", "carrier", "platform"})
    void contactsInAnyTextAreToldWithThePlaceForThem(String name) {
        Feed feed = FEEDS.get(name);
        boolean phones = feed.columns().stream().anyMatch(c -> c.type() == ColumnType.PHONE);
        for (Column column : feed.columns()) {
            if (column.maxLength() > 40
                    && List.of(ColumnType.TEXT, ColumnType.NAME, ColumnType.PLACE)
                            .contains(column.type())) {
                Map<String, String> cells = examples(feed);
                cells.put(column.field(), "武汉示例 139-7186 2522，微信：wanggong88");
                Parsed parsed = read(feed, cells);
                assertThat(String.valueOf(parsed.fields().get(column.field())))
                        .as(column.title())
                        .contains("139****2522")
                        .doesNotContain("7186", "wanggong88");
                assertThat(parsed.issues())
                        .filteredOn(i -> i.code().equals("text.contact"))
                        .singleElement()
                        .satisfies(i -> {
                            assertThat(i.level()).isEqualTo(Issue.Level.WARNING);
                            assertThat(i.message())
                                    .contains("手机号 139****2522", "微信号 w***", "微信号本表没有专门的列，请从文字里删去")
                                    .contains(phones ? "手机号请填在“联系电话”列" : "手机号、微信号本表没有");
                        });
                assertThat(parsed.issues().toString()).doesNotContain("7186", "wanggong88");
            }
        }
    }

    @Test
    void documentsOfOtherKindsFollowTheirOwnRules() {
        Map<String, String> cells = examples(FEEDS.get("talent"));
        cells.put("documentType", "港澳台居民居住证");
        String body = "81000019850312001";
        cells.put("documentNumber", body + IdNumbers.checkDigit(body));
        assertThat(read(FEEDS.get("talent"), cells).issues()).isEmpty();
        cells.put("documentType", "居民身份证");
        assertThat(codes(read(FEEDS.get("talent"), cells))).containsExactly("document.type");
        cells.put("documentType", "外国人永久居留身份证");
        cells.put("documentNumber", "USA123456789012");
        assertThat(read(FEEDS.get("talent"), cells).issues()).isEmpty();
        cells.put("documentType", "护照");
        cells.put("documentNumber", "e 1234567");
        assertThat(read(FEEDS.get("talent"), cells).sealed()).containsEntry("documentNumber", "E1234567");
        cells.put("documentNumber", "E12");
        assertThat(codes(read(FEEDS.get("talent"), cells))).containsExactly("document.form");
        cells.put("documentType", "");
        cells.put("documentNumber", "E1234567");
        assertThat(codes(read(FEEDS.get("talent"), cells))).containsExactly("document.type.missing");
    }

    @Test
    void oldResidentNumbersAreConverted() {
        assertThat(parse("talent", "documentNumber", "429999850312001").sealed())
                .containsEntry("documentNumber", "429999198503120017");
    }

    @ParameterizedTest
    @CsvSource({
        "+86 199-0000-1234,19900001234",
        "０２７－８７６５４３２１,027-87654321",
        "(0717)1234567,0717-1234567",
        "02787654321,027-87654321",
        "400-123-4567,400-123-4567",
        "027-87654321-801,027-87654321-801"
    })
    void phonesAreNormalised(String typed, String phone) {
        Parsed parsed = parse("talent", "phone", typed);
        assertThat(parsed.issues()).isEmpty();
        assertThat(parsed.sealed()).containsEntry("phone", phone);
    }

    @Test
    void tooLongIsRefused() {
        Parsed parsed = parse("talent", "name", "长".repeat(61));
        assertThat(codes(parsed)).containsExactly("text.toolong");
        assertThat(parsed.rejected()).isTrue();
        assertThat(parse("talent", "name", "𫖯".repeat(60)).issues()).isEmpty();
        assertThat(codes(parse("talent", "expertise", "短；" + "长".repeat(81)))).containsExactly("text.toolong");
    }

    @Test
    void longTextKeepsItsLinesAndShortTextDoesNot() {
        assertThat(parse("talent", "achievements", "一\r\n 二").fields().get("achievements"))
                .isEqualTo("一\n二");
        assertThat(parse("talent", "title", "一\r\n二").fields().get("title")).isEqualTo("一 二");
    }

    @ParameterizedTest
    @CsvSource({
        "30-50万,30–50 万元/年,30,50",
        "30万-50万,30–50 万元/年,30,50",
        "30~50,30–50 万元/年,30,50",
        "３０～５０万元/年,30–50 万元/年,30,50",
        "年薪30万元至50万元,30–50 万元/年,30,50",
        "50-30万,30–50 万元/年,30,50",
        "300000-500000元,30–50 万元/年,30,50",
        "'300,000-500,000',30–50 万元/年,30,50",
        "1.5万/月,18 万元/年,18,18",
        "15k-25k,18–30 万元/年,18,30",
        "7.5-10万,7.5–10 万元/年,7.5,10",
        "30万以上,30 万元/年以上,30,",
        "不超过50万,50 万元/年以内,,50",
        "百万年薪,,,",
        "面议,面议,,",
        "优厚,优厚,,"
    })
    void moneyIsReadInTenThousands(String typed, String shown, Double min, Double max) {
        Parsed parsed = parse("demand", "salary", typed);
        assertThat(parsed.fields().text("salary")).contains(shown == null ? typed : shown);
        assertThat(number(parsed, "salaryMin")).isEqualTo(min);
        assertThat(number(parsed, "salaryMax")).isEqualTo(max);
        assertThat(parsed.rejected()).isFalse();
    }

    private static Double number(Parsed parsed, String field) {
        return parsed.fields().get(field) instanceof Number n ? n.doubleValue() : null;
    }

    /** Months of a year, thousands, and tenths of 10,000 yuan. */
    @ParameterizedTest
    @CsvSource({
        "1万/月*15,15,15",
        "15-20K·14薪,21,28",
        "15k-20k*14,21,28",
        "1.2万/月×13薪,15.6,15.6",
        "月薪1万（14薪）,14,14",
        "8000-12000元/月,9.6,14.4",
        "8千-1.2万/月,9.6,14.4",
        "5000-1万/月,6,12",
        "月薪15000,18,18",
        "300k/年,30,30",
        "年薪300K,30,30",
        "12.5万,12.5,12.5",
        "7.55-10.25万,7.6,10.3",
        "￥300000,30,30",
        "RMB 30万-50万/年,30,50",
        "人民币30万元,30,30",
        "1百万,100,100",
        "30-50w,30,50",
        "30万起,30,",
        "≥30万,30,",
        "30万+,30,",
        "20万及以上,20,",
        "50万以内,,50",
        "≤50万,,50",
        "年薪30万元（税前）,30,30",
        "30万左右,30,30"
    })
    void moneyIsExactToATenth(String typed, Double min, Double max) {
        Parsed parsed = parse("demand", "salary", typed);
        assertThat(number(parsed, "salaryMin")).isEqualTo(min);
        assertThat(number(parsed, "salaryMax")).isEqualTo(max);
        assertThat(codes(parsed)).isEmpty();
    }

    /** A sum that may be another is kept as it was typed, with a word. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "USD 50000",
                "5万美元",
                "$50000",
                "50,000 USD",
                "€40000",
                "40万港币",
                "HKD 40万",
                "500万日元",
                "3万英镑",
                "10万新币",
                "0.8-1.2万",
                "8000-12000",
                "500元/天",
                "日薪500",
                "100/小时",
                "时薪100元",
                "税后30万",
                "30万（税后）",
                "年薪30万，安家费20万",
                "30万 50万",
                "30万起，可面议",
                "15-20K·13-15薪",
                "300-500",
                "200-300K",
                "三十万",
                "30±5万",
                "底薪5000+提成",
                "30万+股权",
                "30余万",
                "12-15薪",
                "1.2万/月，年终3个月",
                "30万,14薪",
                "2000元/周",
                "0",
                "-30万",
                "30.5.6万"
            })
    void moneyThatMayBeAnotherSumStaysAsTyped(String typed) {
        Parsed parsed = parse("demand", "salary", typed);
        assertThat(parsed.fields().text("salary")).contains(typed);
        assertThat(parsed.fields().asMap()).doesNotContainKeys("salaryMin", "salaryMax");
        assertThat(codes(parsed)).containsExactly("money.unreadable");
    }

    @ParameterizedTest
    @CsvSource({"3人,3", "３,3", "3.0,3", "约 20 名,20", "'1,200',1200", "≥5年,5"})
    void numbersMayHaveUnits(String typed, int value) {
        assertThat(parse("demand", "headcount", typed).fields().number("headcount"))
                .contains(value);
    }

    @ParameterizedTest
    @CsvSource({
        "若干,number.unreadable",
        "2-3人,number.unreadable",
        "-3,number.unreadable",
        "1.5,number.unreadable",
        "0,number.zero"
    })
    void otherNumbersAreRefused(String typed, String code) {
        assertThat(codes(parse("demand", "headcount", typed))).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"education,硕士及以上,14", "skillLevel,高级工以上,SENIOR_WORKER", "degree,学士及以上学位,4", "validUntil,长期有效,"})
    void demandsAreWrittenAsLowerBounds(String field, String typed, String code) {
        Parsed parsed = parse("demand", field, typed);
        assertThat(parsed.issues()).isEmpty();
        assertThat(parsed.fields().get(field)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "region,北京市,region.unknown,true",
        "region,429000,region.unknown,true",
        "website,javascript:alert(1),url.form,false",
        "website,随便,url.form,false",
        "industries,房地产,code.unknown,true"
    })
    void enterpriseFaultsAreNamed(String field, String typed, String code, boolean rejected) {
        Parsed parsed = parse("enterprise", field, typed);
        assertThat(codes(parsed)).containsExactly(code);
        assertThat(parsed.rejected()).isEqualTo(rejected);
    }

    @Test
    void directoriesAreRead() {
        assertThat(parse("enterprise", "region", "东湖高新区").fields().get("region"))
                .isEqualTo("420100");
        assertThat(parse("enterprise", "website", "www.example.com").fields().get("website"))
                .isEqualTo("http://www.example.com");
        assertThat(parse("enterprise", "researchSpend", "1.2亿元").fields().number("researchSpend"))
                .contains(12000);
        assertThat(parse("carrier", "approvedYear", "2024年度").fields().number("approvedYear"))
                .contains(2024);
        assertThat(codes(parse("carrier", "approvedYear", "2030"))).containsExactly("year.unreadable");
    }

    /** What programs, keyboards and PDFs leave around a value is taken off, in every feed. */
    @ParameterizedTest
    @CsvSource({
        "talent,birth,198503.0,1985-03",
        "talent,birth,19850312.0,1985-03-12",
        "talent,birth,1985-03-00,1985-03",
        "talent,birth,'''1985-03',1985-03",
        "talent,birth,‘1985-03,1985-03",
        "talent,birth,一九八五年三月,1985-03",
        "talent,birth,1985-\\u00ad03,1985-03",
        "talent,birth,1985-02-28T16:00:00.000Z,1985-03-01",
        "talent,birth,Mar-85,1985-03",
        "talent,confirmedOn,Oct-26,2026-10",
        "talent,sex,'''男',1",
        "talent,sex,1-男,1",
        "talent,sex,男-1,1",
        "talent,sex,1男,1",
        "talent,sex,1.男,1",
        "talent,sex,1：男,1",
        "talent,sex,（2）女,2",
        "talent,sex,女(2),2",
        "talent,sex,1.0,1",
        "talent,sex,2|女,2",
        "talent,sex,⼥,2",
        "talent,education,21-大学本科,21",
        "talent,education,21 大学本科,21",
        "talent,education,大学本科（21）,21",
        "talent,education,21.0,21",
        "talent,education,研究生（博士）,11",
        "talent,education,研究生(硕士),14",
        "talent,education,研究生/博士,11",
        "talent,education,硕士（学术型）,14",
        "talent,education,博士研究生/博士,11",
        "talent,name,施\\u00ad软连,施软连",
        "talent,name,施隔\\u2066离\\u2069,施隔离",
        "talent,name,施填\\u3164充,施填充",
        "talent,name,施\\u200d零宽,施零宽",
        "talent,name,⻓⺠安,长民安",
        "talent,name,⻩施⽂,黄施文",
        "talent,name,施⽅⽂,施方文",
        "talent,name,'''张三',张三",
        "talent,employerName,⻓江光电有限公司,长江光电有限公司",
        "talent,employerName,'''t Hooft','''t Hooft'",
        "demand,headcount,'''3',3",
        "demand,headcount,3.00,3",
        "platform,approvedYear,2024.0,2024",
        "enterprise,region,420100.0,420100"
    })
    void tracesAreTakenOff(String feed, String field, String typed, String value) {
        Object read = parse(feed, field, unescaped(typed)).fields().get(field);
        assertThat(String.valueOf(read)).isEqualTo(value);
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\u([0-9a-f]{4})")
                .matcher(text)
                .replaceAll(r -> Character.toString(Integer.parseInt(r.group(1), 16)));
    }

    @ParameterizedTest
    @CsvSource({
        "13800138017.0,13800138017",
        "'''13800138017',13800138017",
        "手机：13800138017,13800138017",
        "Tel: 13800138017,13800138017",
        "13800138017。,13800138017",
        "\\u206613800138017\\u2069,13800138017",
        "138‑0013‑8017,13800138017",
        "１３８００１３８０１７,13800138017",
        "٠٢٧٨٧٦٥٤٣٢١,027-87654321"
    })
    void phonesWithWhatStandsAround(String typed, String number) {
        Parsed parsed = parse("talent", "phone", unescaped(typed));
        assertThat(parsed.sealed().get("phone")).isEqualTo(number);
        assertThat(codes(parsed)).isEmpty();
    }

    /** One number, whatever stands around or within it, also where no kind of document is given. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u2066429999198503120017\\u2069",
                "4299991985\\u00ad03120017",
                "429999‑198503120017",
                "429999–19850312–0017",
                "429999.19850312.0017",
                "429999198503120017。",
                "429999198503120017,",
                "身份证：429999198503120017",
                "身份证号码:429999198503120017",
                "居民身份证429999198503120017",
                "（429999198503120017）",
                "'429999198503120017",
                "‘429999198503120017’",
                "429999 19850312 0017",
                "４２９９９９１９８５０３１２００１７",
                "ID: 429999198503120017"
            })
    void documentNumbersWithWhatStandsAround(String typed) {
        for (String type : List.of("", "居民身份证")) {
            Map<String, String> cells = examples(FEEDS.get("talent"));
            cells.put("documentType", type);
            cells.put("documentNumber", unescaped(typed));
            Parsed parsed = read(FEEDS.get("talent"), cells);
            assertThat(parsed.sealed().get("documentNumber")).isEqualTo("429999198503120017");
            assertThat(codes(parsed)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X", "x", "Ｘ", "Х", "х", "×", "✕", "Χ", "Ⅹ", "ⅹ"})
    void lettersThatLookLikeTheLastOne(String last) {
        Map<String, String> cells = examples(FEEDS.get("talent"));
        cells.put("birth", "1979-04-06");
        cells.put("documentType", "");
        cells.put("documentNumber", "42010619790406137" + last);
        Parsed parsed = read(FEEDS.get("talent"), cells);
        assertThat(parsed.sealed().get("documentNumber")).isEqualTo("42010619790406137X");
        assertThat(codes(parsed)).isEmpty();
    }

    /** Two rows with the same placeholder would be one person. */
    @ParameterizedTest
    @ValueSource(strings = {"待补", "0", "000000", "无号码", "暂缺", "未提供", "xx", "1"})
    void placeholdersAreNoDocumentNumbers(String typed) {
        Map<String, String> cells = examples(FEEDS.get("talent"));
        cells.put("documentType", "");
        cells.put("documentNumber", typed);
        Parsed parsed = read(FEEDS.get("talent"), cells);
        assertThat(parsed.sealed()).doesNotContainKey("documentNumber");
        assertThat(parsed.rejected()).isFalse();
        assertThat(codes(parsed)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "sex,2-男,code.unknown",
        "sex,男女,code.unknown",
        "degree,3-博士,code.unknown",
        "education,20-大学本科,code.doubtful",
        "education,本科/硕士,code.doubtful",
        "education,大学本科（硕士）,code.doubtful",
        "education,博士（在读）,code.doubtful",
        "education,硕士(肄业),code.doubtful"
    })
    void wordsThatMayMeanAnotherCodeAreTold(String field, String typed, String code) {
        assertThat(codes(parse("talent", field, typed))).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"光电子信息/人工智能", "光电子信息 人工智能", "光电子信息｜人工智能", "光电子信息、人工智能", "光电子信息+人工智能", "光电子信息；人工智能/光电子信息"})
    void severalCodesBetweenStrokes(String typed) {
        Parsed parsed = parse("talent", "industries", typed);
        assertThat(parsed.fields().list("industries")).hasSize(2);
        assertThat(codes(parsed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "张甲、李乙,name.several",
        "'张甲,李乙',name.several",
        "张甲，李乙,name.several",
        "张甲/李乙,name.several",
        "张甲;李乙;王丙,name.several",
        "孙丙\\u000a周丁,name.several",
        "张甲和李乙,name.several",
        "张甲及李乙,name.several",
        "陈戊等3人,name.several",
        "陈戊等三人,name.several",
        "陈戊等,name.several",
        "陈戊（等5人）,name.several",
        "陈戊团队,name.several",
        "张三（女）、李四（男）,name.several",
        "123,name.number",
        "13800138000,name.number",
        "2024-05,name.number",
        "待定,required",
        "未定,required",
        "无,required",
        "/,required",
        "暂缺,required",
        "XXX,required",
        "张**,name.masked",
        "张×,name.masked",
        "张*三,name.masked"
    })
    void whatIsNoPersonsNameIsRefused(String typed, String code) {
        Parsed parsed = parse("talent", "name", unescaped(typed));
        assertThat(parsed.rejected()).isTrue();
        assertThat(codes(parsed)).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "张三（女）,张三,name.note",
        "张三(已离职),张三,name.note",
        "张三教授,张三,name.note",
        "张三 博士,张三,name.note",
        "1.张三,张三,name.note",
        "（2）张三,张三,name.note",
        "张三（曾用名李四）,张三,name.note",
        "张三2,张三2,name.note",
        "张伟（大）,张伟（大）,name.note",
        "李约翰/John Li,李约翰/John Li,name.note",
        "张三 李四,张三李四,name.several",
        "张某某,张某某,name.placeholder",
        "李\\ue863,李\\ue863,name.private"
    })
    void notesBehindANameAreTold(String typed, String name, String code) {
        Parsed parsed = parse("talent", "name", unescaped(typed));
        assertThat(parsed.fields().text("name")).contains(unescaped(name));
        assertThat(codes(parsed)).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "张三",
                "张　三",
                "欧阳 娜娜",
                "阿依古丽·买买提",
                "阿不都热合曼·吾甫尔·买买提明",
                "Smith",
                "John O'Neil",
                "Jean-Luc Picard",
                "张和平",
                "陈与义",
                "李和谦",
                "王及第",
                "司马相如",
                "陈等",
                "𫖯䶮",
                "丁一人",
                "张\n三",
                "Smith, John",
                "李博士达"
            })
    void namesAreLeftAlone(String typed) {
        assertThat(codes(parse("talent", "name", typed))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"employerName", "expertise"})
    void aPlaceholderFillsNoRequiredCell(String field) {
        assertThat(codes(parse("talent", field, "待定"))).containsExactly("required");
    }
}
