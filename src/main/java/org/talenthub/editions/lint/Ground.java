package org.talenthub.editions.lint;

/**
 * Why something may not stand in a public line. The first six are grounds that nobody may be left out by (就业促进法 26–31; 人力资源市场暂行条例
 * 24; 人社部等九部门 2019 on sex, marriage and childbirth).
 */
public enum Ground {
    SEX("性别不限"),
    MARRIAGE("婚姻状况不限"),
    BIRTH("生育状况不限"),
    ETHNICITY("民族不限"),
    RELIGION("宗教信仰不限"),
    HOUSEHOLD("户籍不限"),
    /** Only with a law that allows it. */
    AGE("年龄不限"),
    /** A telephone number, an address, a document number. */
    CONTACT("由省委人才办联系"),
    /** Somebody's name. */
    NAME("由省委人才办联系");

    private final String instead;

    Ground(String instead) {
        this.instead = instead;
    }

    /** What can stand there in its place. */
    public String instead() {
        return instead;
    }
}
