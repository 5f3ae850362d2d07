package org.talenthub.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What people of each role search for, and what they type key by key. */
final class Asked {

    /**
     * @param what for the table
     * @param user who asks
     * @param words what somebody looking with SQL would look for; all of them
     * @param region and within which region; empty for anywhere
     */
    record Search(
            String what,
            String user,
            String q,
            Map<String, List<String>> filters,
            List<String> words,
            String region,
            boolean measured) {

        SearchQuery query() {
            return new SearchQuery(Kind.TALENT, q, filters, "", 0, SearchParameters.DEFAULT_SIZE, null);
        }
    }

    private static final String WUHAN = "420100";

    /** Pasted whole, as people do. */
    private static final String DESCRIPTION = "岗位名称：光芯片工艺高级工程师。岗位职责：负责磷化铟激光器芯片的外延、光刻和干法刻蚀工艺开发，建立工艺窗口，提升良率和可靠性；"
            + "参与高速调制器和探测器的流片与测试，编写工艺文件，指导工程师解决量产问题；与设计、封装团队配合，完成 800G 光模块用芯片的导入。"
            + "任职要求：微电子、光学工程、材料等相关专业硕士以上学历，45岁以下，五年以上化合物半导体工艺经验；熟悉 MOCVD、电子束曝光、ICP 刻蚀等设备；"
            + "具有高级工程师职称者优先；有硅光集成、薄膜铌酸锂经验者优先；能阅读英文文献，沟通能力强，服从工作安排。工作地点：武汉东湖高新区。";

    /** The last column: faceted, highlighted and scoped, so that its ratio counts. */
    static final List<Search> SEARCHES = List.of(
            new Search("everything", "province", "", Map.of(), List.of(), "", false),
            new Search("a name", "province", "张伟", Map.of(), List.of("张伟"), "", true),
            new Search("a name in pinyin", "province", "zhangwei", Map.of(), List.of(), "", true),
            new Search("a skill", "province", "光芯片", Map.of(), List.of("光芯片"), "", true),
            new Search("two words", "province", "武汉 光刻工艺", Map.of(), List.of("武汉", "光刻工艺"), "", true),
            new Search(
                    "a word, three facets",
                    "province",
                    "动力电池",
                    Map.of(
                            "region",
                            List.of(WUHAN),
                            "category",
                            List.of("OUTSTANDING_ENGINEER", "SKILLED_WORKER"),
                            "industry",
                            List.of("新能源与智能网联汽车")),
                    List.of("动力电池"),
                    WUHAN,
                    true),
            new Search("a post", "province", "光器件封装工程师", Map.of(), List.of("光器件封装工程师"), "", true),
            new Search("query language", "province", "专长:光刻工艺 -晶圆", Map.of(), List.of("光刻工艺"), "", true),
            new Search("conditions in words", "province", "武汉 45岁以下 激光 博士", Map.of(), List.of("激光"), WUHAN, true),
            new Search("a description of a post", "province", DESCRIPTION, Map.of(), List.of(), "", true),
            new Search("a skill", "wuhan", "机器视觉", Map.of(), List.of("机器视觉"), "", true),
            new Search(
                    "two words, a facet",
                    "wuhan",
                    "激光 研发",
                    Map.of("education", List.of("博士研究生")),
                    List.of("激光", "研发"),
                    WUHAN,
                    true),
            new Search("a skill", "station", "光纤激光器", Map.of(), List.of("光纤激光器"), "", true),
            new Search("facets only", "station", "", Map.of("titleLevel", List.of("正高")), List.of(), "", false));

    private static final List<String> TYPED = List.of(
            "zhangwei",
            "wangxiuying",
            "lhy",
            "guangxinpian",
            "磷化铟",
            "动力电池",
            "智能网联",
            "欧阳",
            "张伟",
            "王建国",
            "hbsl",
            "武汉示例",
            "李",
            "zhang伟",
            "gongchengshi",
            "工程师",
            "北斗",
            "MEMS",
            "haha",
            "热管理");

    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡";
    private static final String GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲建国华志斌梅鑫波宇浩凯健俊";

    private Asked() {}

    /** What stands in the box while people type, and whole names. */
    static List<String> typed() {
        Random random = new Random(20261123);
        List<String> typed = new ArrayList<>();
        for (String whole : TYPED) {
            for (int n = 1; n <= whole.length(); n++) {
                typed.add(whole.substring(0, n));
            }
        }
        for (int i = 0; i < 400; i++) {
            typed.add(pick(SURNAMES, random) + pick(GIVEN, random) + (i % 4 == 0 ? "" : pick(GIVEN, random)));
        }
        Collections.shuffle(typed, random);
        return typed;
    }

    private static String pick(String from, Random random) {
        int at = random.nextInt(from.length());
        return from.substring(at, at + 1);
    }
}
