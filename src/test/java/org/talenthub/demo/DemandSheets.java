package org.talenthub.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.talenthub.demo.Words.Link;

/** One demand sheet per station: posts of its host and of the enterprises around it. */
final class DemandSheets {

    private final World world;
    private final Dice dice;
    private int contacts;

    DemandSheets(World world) {
        this(world, new Dice(77));
    }

    DemandSheets(World world, Dice dice) {
        this.world = world;
        this.dice = dice;
    }

    /** A demand of any enterprise that no other one is the same as. */
    Map<String, String> next(int number, Style style) {
        Map<String, String> row = demand(dice.pick(world.companies()), style);
        row.computeIfPresent("岗位名称", (title, post) -> post + "（" + number + "组）");
        return row;
    }

    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < world.stations().size(); i++) {
            tables.add(table(world.stations().get(i), Style.of(i)));
        }
        return tables;
    }

    private Table table(Carrier station, Style style) {
        Table table = new Table(Titles.DEMAND);
        Set<String> keys = new HashSet<>();
        List<Company> near = world.companies().stream()
                .filter(c -> c.region().equals(station.region()))
                .toList();
        int size = dice.between(12, 17);
        while (table.rows().size() < size) {
            Company company = dice.chance(0.5) ? world.host(station) : dice.pick(near);
            Map<String, String> row = demand(company, style);
            if (keys.add(company.code() + row.get("岗位名称") + row.get("引才方式"))) {
                table.add(row);
            }
        }
        return table;
    }

    /** What a post asks for and pays, by how senior it is: 0 a worker, 1 an engineer, 2 a senior one, 3 a leader, 4 a challenge. */
    private Map<String, String> demand(Company company, Style style) {
        Link link = dice.chance(0.75)
                ? company.link()
                : dice.pick(company.industry().links());
        int rank = dice.of(0, 0, 1, 1, 1, 2, 2, 2, 3, 4);
        String skill = dice.pick(link.skills());
        String post = switch (rank) {
            case 0 -> dice.pick(link.trades());
            case 1 -> dice.pick(link.posts());
            case 2 -> Posts.senior("高级", dice.pick(link.posts()));
            case 3 -> dice.of("首席科学家", "研发总监", "总工程师", "首席专家") + "（" + dice.pick(link.research()) + "方向）";
            default -> skill + "关键技术攻关（揭榜）";
        };
        Map<String, String> row = new HashMap<>();
        row.put("需求单位", company.name());
        row.put("统一社会信用代码", company.code());
        row.put("岗位名称", post);
        row.put("需求人数", String.valueOf(rank == 0 ? dice.between(2, 30) : rank < 3 ? dice.between(1, 6) : 1));
        row.put("所属产业", company.industry().label());
        row.put("工作地点", company.place());
        row.put("专业要求", rank == 0 ? "" : style.join(dice.some(link.majors(), dice.between(1, 3))));
        row.put(
                "技术技能要求",
                style.join(dice.some(rank == 0 ? link.crafts() : link.skills(), rank == 0 ? 2 : dice.between(2, 4))));
        if (rank == 4) {
            row.put("技术技能要求", skill);
            challenge(row, company, skill);
        }
        conditions(row, rank);
        row.put("岗位职责", duties(rank, link, skill));
        row.put("其他待遇", dice.chance(0.7) ? dice.of("五险一金，提供人才公寓", "安家补贴，协助办理子女入学", "项目奖金，股权激励", "免费食宿，技能津贴") : "");
        row.put("紧缺程度", dice.of("特别紧缺", "紧缺", "紧缺", "一般", "一般"));
        dates(row, style);
        row.put("联系人", dice.of("张", "李", "王", "陈", "刘", "周") + "示例");
        row.put("联系电话", Codes.mobile(90000 + ++contacts));
        row.put("电子邮箱", "hr%03d@example.com".formatted(contacts));
        row.put("备注", dice.chance(0.05) ? dice.of("可组团队引进", "面试差旅费用由单位承担") : "");
        return row;
    }

    /** What a challenge says; from what is there already, so that nothing else of the sheets changes. */
    private static void challenge(Map<String, String> row, Company company, String skill) {
        int n = Math.floorMod((company.code() + skill).hashCode(), 4);
        row.put("需求名称", skill + "关键技术攻关");
        row.put("研究内容", "研究" + skill + "的关键机理与实现方法，形成样机并在产线上验证；提出可推广的工艺或算法规范。");
        row.put("考核指标", "完成样机 1 套，第三方测试通过；核心指标较现有水平提升 %d%% 以上；申请发明专利 %d 件。".formatted(15 + 5 * n, 2 + n));
        row.put("榜额", (100 + 100 * n) + " 万元");
        row.put("完成时限", (12 + 6 * (n % 2)) + " 个月");
        row.put("揭榜条件", "具有相关研究基础和验证条件的高校、院所、企业或团队，可联合揭榜。");
        row.put("发榜单位", company.name());
    }

    private void conditions(Map<String, String> row, int rank) {
        row.put("人才类别", List.of("高技能人才", "卓越工程师", "卓越工程师", "科技领军人才", "").get(rank));
        row.put(
                "学历要求",
                switch (rank) {
                    case 0 -> dice.of("大专", "中职", "");
                    case 1 -> dice.of("大学本科", "大学本科", "硕士研究生");
                    case 2 -> dice.of("大学本科", "硕士研究生", "硕士研究生");
                    case 3 -> "博士研究生";
                    default -> "";
                });
        row.put("学位要求", List.of("", "", dice.of("", "硕士"), "博士", "").get(rank));
        row.put(
                "职称要求",
                List.of("", dice.of("", "中级"), dice.of("中级", "副高"), "正高", "").get(rank));
        row.put("技能等级要求", rank == 0 ? dice.of("高级工", "技师", "高级技师", "中级工") : "");
        row.put("年龄上限", rank == 4 ? "" : String.valueOf(List.of(45, 40, 45, 60).get(rank)));
        row.put("工作年限", rank == 4 ? "" : String.valueOf(dice.between(1 + rank * 2, 3 + rank * 3)));
        row.put(
                "引才方式",
                switch (rank) {
                    case 3 -> dice.of("全职", "柔性", "柔性", "项目合作");
                    case 4 -> "揭榜挂帅";
                    default -> "全职";
                });
        int low = List.of(8, 15, 28, 60, 80).get(rank) + dice.between(0, 12);
        int high = low + List.of(5, 12, 25, 60, 120).get(rank);
        row.put(
                "年薪范围",
                dice.chance(0.08)
                        ? "面议"
                        : dice.of("%d-%d万", "%d万-%d万", "%d~%d万", "%d-%d").formatted(low, high));
    }

    private void dates(Map<String, String> row, Style style) {
        LocalDate until = dice.chance(0.05)
                ? dice.day(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 10, 31))
                : dice.day(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 12, 31));
        row.put("有效期至", style.day(until));
        row.put("到岗时限", dice.chance(0.6) ? style.month(until.minusMonths(dice.between(0, 1))) : "");
    }

    private String duties(int rank, Link link, String skill) {
        String product = dice.pick(link.products());
        return switch (rank) {
            case 0 -> "负责%s产线的操作、点检和质量记录，参与工艺改进，带教新员工。".formatted(product);
            case 4 -> "面向%s攻克%s难题，12个月内完成样机并通过第三方测试。".formatted(product, skill);
            case 3 -> "制定%s技术路线，组建团队，牵头省级以上项目，推动%s产业化。".formatted(skill, product);
            default ->
                dice.of("负责%s的设计、仿真与验证，支撑%s量产导入，编写技术文档。", "开展%s开发，解决%s在试产中的质量问题，申报专利。", "承担%s相关研发任务，与%s项目组协作完成样品交付。")
                        .formatted(skill, product);
        };
    }
}
