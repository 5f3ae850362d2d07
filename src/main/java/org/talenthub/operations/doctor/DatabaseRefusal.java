package org.talenthub.operations.doctor;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why there is no connection, in words that say what to do. */
final class DatabaseRefusal {

    private static final int ACCESS_DENIED = 1045;
    private static final int NO_RIGHT_ON_SCHEMA = 1044;
    private static final int NO_SUCH_SCHEMA = 1049;
    private static final int TOO_MANY = 1040;
    private static final int DEEPEST = 20;

    private DatabaseRefusal() {}

    static Finding of(SQLException e, String url) {
        String where = where(url);
        return switch (e.getErrorCode()) {
            case ACCESS_DENIED ->
                Finding.fix(
                        "database.password",
                        "数据库 " + where + " 拒绝登录：请核对 SPRING_DATASOURCE_USERNAME 和 SPRING_DATASOURCE_PASSWORD。",
                        "The database " + where
                                + " refuses the login: check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
            case NO_SUCH_SCHEMA ->
                Finding.fix(
                        "database.missing",
                        "服务器上没有 " + where + " 这个库：请先建库，语句见 docs/operations.md。",
                        "There is no database " + where + " on the server: create it as docs/operations.md says.");
            case NO_RIGHT_ON_SCHEMA ->
                Finding.fix(
                        "database.rights",
                        "该用户无权使用 " + where + "（或库不存在）：请按 docs/operations.md 建库并授权。",
                        "The user has no rights on " + where
                                + ", or it does not exist: create it and grant the rights as docs/operations.md says.");
            case TOO_MANY ->
                Finding.fix(
                        "database.full",
                        "数据库连接数已满：请提高 max_connections 或关掉别的连接。",
                        "The database has no connection left: raise max_connections or close others.");
            default -> unreached(e, where);
        };
    }

    private static Finding unreached(SQLException e, String where) {
        if (caused(e, UnknownHostException.class)) {
            return Finding.fix(
                    "database.host",
                    "找不到数据库主机 " + where + "：请核对 SPRING_DATASOURCE_URL 里的主机名。",
                    "The database's host is not known, " + where + ": check the host in SPRING_DATASOURCE_URL.");
        }
        if (caused(e, SSLException.class)) {
            return Finding.fix(
                    "database.tls",
                    "与数据库 " + where + " 的 TLS 连接不成：请核对证书，或按 docs/operations.md 设 sslMode。",
                    "No TLS connection to the database " + where
                            + ": check its certificate, or set sslMode as docs/operations.md says.");
        }
        if (caused(e, ConnectException.class) || String.valueOf(e.getSQLState()).startsWith("08")) {
            boolean key = String.valueOf(e.getMessage()).contains("Public Key Retrieval");
            return key
                    ? Finding.fix(
                            "database.tls",
                            "数据库要求加密传输密码：请在 SPRING_DATASOURCE_URL 里用 sslMode=REQUIRED。",
                            "The database wants the password encrypted: use sslMode=REQUIRED in SPRING_DATASOURCE_URL.")
                    : Finding.fix(
                            "database.host",
                            "连不上数据库 " + where + "：请核对主机和端口，确认数据库已启动、防火墙放行。",
                            "The database " + where
                                    + " does not answer: check host and port, whether it runs, and the firewall.");
        }
        return Finding.fix(
                "database.other",
                "数据库 " + where + " 报错：" + e.getMessage(),
                "The database " + where + " says: " + e.getMessage());
    }

    private static boolean caused(Throwable e, Class<? extends Throwable> kind) {
        @Nullable Throwable t = e;
        for (int depth = 0; t != null && depth < DEEPEST; depth++, t = t.getCause()) {
            if (kind.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    /** Host and name, without what may stand behind a question mark. */
    static String where(String url) {
        String bare = url.replaceFirst("\\?.*", "").replaceFirst("^jdbc:mysql:(//)?", "");
        return bare.substring(bare.indexOf('@') + 1);
    }
}
