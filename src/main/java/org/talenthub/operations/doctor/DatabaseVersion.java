package org.talenthub.operations.doctor;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which servers do: MySQL 8.4 and 9 and MariaDB 11.4 are tested; what is a little older may do, what is much older lacks what is asked of it. */
final class DatabaseVersion {

    private static final Pattern NUMBER = Pattern.compile("(?:5\\.5\\.5-)?(\\d+)\\.(\\d+)");

    private DatabaseVersion() {}

    static Finding of(String version, String comment) {
        String all = (version + " " + comment).toLowerCase(Locale.ROOT);
        Matcher number = NUMBER.matcher(version);
        int said = number.find() ? 100 * Integer.parseInt(number.group(1)) + Integer.parseInt(number.group(2)) : 0;
        if (all.contains("tidb") || all.contains("oceanbase")) {
            return Finding.warn(
                    "database.version",
                    "数据库 " + version + "（" + comment + "）没有试过，请先在测试环境核对。",
                    "The database " + version + " (" + comment + ") is untried; test it first.");
        }
        boolean maria = all.contains("mariadb");
        String name = (maria ? "MariaDB " : "MySQL ") + version.replace("-MariaDB", "");
        if (said < (maria ? 1006 : 800)) {
            return Finding.fix(
                    "database.old",
                    name + " 太旧：请用 MySQL 8.4 或 9.x，或 MariaDB 11.4。",
                    name + " is too old: use MySQL 8.4 or 9.x, or MariaDB 11.4.");
        }
        boolean tried = maria ? said >= 1104 && said < 1200 : said == 804 || said / 100 == 9;
        return tried
                ? Finding.ok("database", name, name)
                : Finding.warn(
                        "database.untried",
                        name + " 没有试过，建议 MySQL 8.4 或 9.x、MariaDB 11.4。",
                        name + " is untried; MySQL 8.4 or 9.x, or MariaDB 11.4 is better.");
    }
}
