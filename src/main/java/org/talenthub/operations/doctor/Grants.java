package org.talenthub.operations.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the user may do on the hub's database, by the server's own words ({@code show grants}). */
final class Grants {

    /** What migrations and the hub use. */
    static final Set<String> NEEDED =
            Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "INDEX", "REFERENCES");

    private static final Pattern GRANT = Pattern.compile("(?i)^GRANT (.+?) ON (\\S+)\\.\\* TO .*");
    private static final Pattern ROLE = Pattern.compile("(?i)^GRANT [`'\"]?[^ ]+[`'\"]? TO .*");

    private Grants() {}

    static Finding of(List<@Nullable String> lines, String schema) {
        Set<String> missing = new TreeSet<>(NEEDED);
        boolean role = false;
        for (String line : lines) {
            if (line == null) {
                continue;
            }
            Matcher grant = GRANT.matcher(line);
            if (grant.matches()) {
                if (covers(grant.group(2), schema)) {
                    take(missing, grant.group(1));
                }
            } else if (ROLE.matcher(line).matches()) {
                role = true;
            }
        }
        String list = String.join(", ", missing);
        if (missing.isEmpty()) {
            return Finding.ok("database.grants", "数据库用户的权限足够", "the database user has the rights it needs");
        }
        return role
                ? Finding.warn(
                        "database.grants",
                        "数据库用户的权限来自角色，没有查全；需要 " + list + "。",
                        "The database user's rights come by a role and were not looked into; needed are " + list + ".")
                : Finding.fix(
                        "database.rights",
                        "数据库用户缺少权限 " + list + "：GRANT " + list + " ON " + schema + ".* TO 该用户。",
                        "The database user lacks " + list + ": GRANT " + list + " ON " + schema + ".* TO it.");
    }

    private static void take(Set<String> missing, String granted) {
        String upper = granted.toUpperCase(Locale.ROOT);
        if (upper.startsWith("ALL PRIVILEGES") || upper.equals("ALL")) {
            missing.clear();
        } else {
            Arrays.stream(upper.split(", *")).map(String::strip).forEach(missing::remove);
        }
    }

    /** The name may be a pattern: {@code `hub\_%`}. */
    private static boolean covers(String granted, String schema) {
        String name = granted.replace("`", "");
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\' && i + 1 < name.length()) {
                pattern.append(Pattern.quote(String.valueOf(name.charAt(++i))));
            } else {
                pattern.append(c == '%' ? ".*" : c == '_' ? "." : c == '*' ? ".*" : Pattern.quote(String.valueOf(c)));
            }
        }
        return schema.matches(pattern.toString());
    }
}
