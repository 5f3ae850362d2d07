package org.talenthub.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.talenthub.demo.Words.Industry;
import org.talenthub.demo.Words.Link;

/** The sheets of enterprises, carriers and platforms, which the province reports. */
final class DirectorySheets {

    private final World world;
    private final Dice dice = new Dice(31);

    DirectorySheets(World world) {
        this.world = world;
    }

    Table enterprises() {
        Table table = new Table(Titles.ENTERPRISE);
        int number = 0;
        for (Company c : world.companies()) {
            int researchers = Math.max(6, c.staff() * dice.between(8, 35) / 100);
            String base = c.base();
            Map<String, String> row = new HashMap<>();
            row.put("企业名称", c.name());
            row.put("统一社会信用代码", c.code());
            row.put("企业类型", String.join("；", c.kinds()));
            row.put("所属产业", c.industry().label());
            row.put("国民经济行业", c.industry().activity());
            row.put("行政区划", c.region().name());
            row.put("所在基地", base == null ? "" : base);
            row.put("主要产品", String.join("；", c.link().products()));
            row.put("员工人数", String.valueOf(c.staff()));
            row.put("研发人员数", String.valueOf(researchers));
            row.put("研发投入", String.valueOf(researchers * dice.between(14, 60)));
            row.put("网址", "https://www.example.com/demo/" + ++number);
            row.put("简介", profile(c));
            table.add(row);
        }
        return table;
    }

    private String profile(Company c) {
        List<String> skills = dice.some(c.link().skills(), 2);
        String first = "公司成立于%d年，位于%s，主要从事%s的研发、生产和销售，处于%s产业链%s（%s）。"
                .formatted(
                        dice.between(1998, 2021),
                        c.place(),
                        c.link().products().getFirst(),
                        c.industry().label(),
                        c.link().stream(),
                        c.link().node());
        return first
                + dice.of(
                                "在%s、%s方面形成自主技术，产品供应省内外二十余家客户。",
                                "建有省级企业技术中心，围绕%s和%s持续投入，近三年主持省级以上项目多项。", "拥有%s、%s等核心工艺，正在扩建二期产线，急需相关人才。")
                        .formatted(skills.get(0), skills.get(1));
    }

    Table carriers() {
        Table table = new Table(Titles.CARRIER);
        world.bases().forEach(b -> table.add(carrier(b, "")));
        world.stations().forEach(s -> table.add(carrier(s, world.host(s).county())));
        return table;
    }

    private Map<String, String> carrier(Carrier c, String county) {
        Map<String, String> row = new HashMap<>();
        row.put("载体名称", c.name());
        row.put("载体类型", c.station() ? "人才驿站" : "人才基地");
        row.put("依托单位", c.host());
        row.put("统一社会信用代码", c.code());
        row.put("行政区划", c.region().name());
        row.put("主导产业", String.join("；", c.industries()));
        row.put("批复年度", String.valueOf(c.year()));
        row.put("状态", "运行");
        row.put("联系部门", c.station() ? dice.of("人力资源部", "科技管理部", "党委组织部") : dice.of("人才服务中心", "党群工作部"));
        row.put("地址", c.region().name() + county + "示例大道%d号".formatted(dice.between(1, 999)));
        row.put(
                "简介",
                c.station()
                        ? "依托%s建设，面向%s企业采集高层次人才信息和急需紧缺人才需求。驿站设有接待、洽谈和信息查询区，配专职人才专员%d名。"
                                .formatted(c.host(), c.industries().getFirst(), dice.between(2, 5))
                        : "聚焦%s，集聚上下游企业和科研平台。基地提供人才公寓%d套，每年举办对接活动%d场以上。"
                                .formatted(
                                        String.join("、", c.industries()),
                                        dice.between(8, 60) * 10,
                                        dice.between(4, 12)));
        return row;
    }

    Table platforms() {
        Table table = new Table(Titles.PLATFORM);
        Set<String> names = new HashSet<>();
        List<Company> hosts = new ArrayList<>(dice.some(world.companies(), 44));
        hosts.addAll(world.institutes());
        for (Company host : hosts) {
            Industry industry = host.institute() ? dice.pick(world.words().industries()) : host.industry();
            Link link = host.institute() ? dice.pick(industry.links()) : host.link();
            String topic = dice.pick(link.research());
            String type = host.institute()
                    ? dice.of("重点实验室", "新型研发机构", "技术创新中心")
                    : dice.of("企业技术中心", "企业技术中心", "博士后科研工作站", "技能大师工作室", "技术创新中心", "产业创新中心", "重点实验室");
            String name = name(host, topic, type);
            if (names.add(type + name)) {
                Map<String, String> row = new HashMap<>();
                row.put("平台名称", name);
                row.put("平台类型", type);
                row.put("级别", type.startsWith("博士后") ? "国家级" : dice.of("国家级", "省级", "省级", "省级", "市级"));
                row.put("依托单位", host.name());
                row.put("统一社会信用代码", host.code());
                row.put("所属产业", industry.label());
                row.put("研究方向", type.equals("技能大师工作室") ? dice.pick(link.crafts()) : String.join("；", link.research()));
                row.put("行政区划", host.region().name());
                row.put("认定年度", String.valueOf(dice.between(2012, 2026)));
                table.add(row);
            }
        }
        return table;
    }

    private static String name(Company host, String topic, String type) {
        return switch (type) {
            case "企业技术中心", "博士后科研工作站" -> host.name() + type;
            case "技能大师工作室" -> host.stem() + host.link().crafts().getFirst() + type;
            case "新型研发机构" -> host.stem() + topic + "产业研究院";
            default -> "湖北示例" + topic + type;
        };
    }
}
