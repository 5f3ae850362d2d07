package org.talenthub.operations.doctor;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import org.talenthub.analysis.AnalysisPlugin;
import org.talenthub.operations.doctor.SearchQuestion.Answer;
import tools.jackson.databind.JsonNode;

/** Elasticsearch: reached, entered, of a version that the plugin is for, with the plugin and the rights. Reads only. */
final class SearchCheck {

    private static final String NAMES = "{\"analyzer\":\"" + AnalysisPlugin.VERSION_ANALYZER + "\",\"text\":\"?\"}";

    private static final List<String> INDICES =
            List.of("talents*", "demands*", "enterprises*", "carriers*", "platforms*");

    private final Environment environment;

    SearchCheck(Environment environment) {
        this.environment = environment;
    }

    List<Finding> findings() {
        String uris = environment.getProperty("spring.elasticsearch.uris");
        if (uris == null) {
            return Examination.embeddedSearch(environment)
                    ? List.of(Finding.ok(
                            "search.embedded",
                            "使用内置 Elasticsearch（未在运行，未查）",
                            "the embedded Elasticsearch is used (not running, not looked at)"))
                    : List.of();
        }
        if (uris.equals(Examination.NONE)) {
            return List.of();
        }
        if (environment.containsProperty("spring.elasticsearch.restclient.ssl.bundle")) {
            return List.of(Finding.warn(
                    "search.bundle",
                    "Elasticsearch 的证书由 SSL bundle 给出，这里没有试连。",
                    "The certificate of Elasticsearch comes from an SSL bundle; it was not tried here."));
        }
        List<Finding> found = new ArrayList<>();
        for (String uri : StringUtils.commaDelimitedListToStringArray(uris)) {
            List<Finding> one = ask(uri.strip());
            if (one.stream().noneMatch(f -> f.level() == Finding.Level.AWAY)) {
                return one;
            }
            found.addAll(one);
        }
        return found;
    }

    private List<Finding> ask(String uri) {
        String where;
        try {
            URI at = URI.create(uri);
            if (at.getHost() == null) {
                return List.of(badAddress());
            }
            where = at.getScheme() + "://" + at.getHost() + (at.getPort() < 0 ? "" : ":" + at.getPort());
        } catch (IllegalArgumentException e) {
            return List.of(badAddress());
        }
        try (SearchQuestion question = new SearchQuestion(uri, environment)) {
            Answer nodes =
                    question.get("/_nodes/plugins?filter_path=nodes.*.name,nodes.*.version,nodes.*.plugins.name");
            if (nodes.status() == 401) {
                return List.of(
                        Finding.fix(
                                "search.password",
                                "Elasticsearch " + where
                                        + " 拒绝登录：请核对 SPRING_ELASTICSEARCH_USERNAME 和 SPRING_ELASTICSEARCH_PASSWORD。",
                                "Elasticsearch " + where
                                        + " refuses the login: check SPRING_ELASTICSEARCH_USERNAME and SPRING_ELASTICSEARCH_PASSWORD."));
            }
            if (nodes.status() == 403) {
                return List.of(rights("monitor"));
            }
            if (nodes.status() != 200) {
                return List.of(away(where, "HTTP " + nodes.status()));
            }
            return looked(question, nodes.body());
        } catch (SSLException e) {
            return List.of(Finding.fix(
                    "search.tls",
                    "Elasticsearch " + where + " 的证书不受信任：请按 docs/operations.md 设 SSL bundle 或信任库。",
                    "The certificate of Elasticsearch " + where
                            + " is not trusted: set an SSL bundle or a trust store as docs/operations.md says."));
        } catch (IOException e) {
            return List.of(away(where, String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(away(where, "interrupted"));
        }
    }

    private List<Finding> looked(SearchQuestion question, JsonNode nodes) throws IOException, InterruptedException {
        List<Finding> found = new ArrayList<>();
        List<String> versions = new ArrayList<>();
        nodes.path("nodes").forEach(n -> versions.add(n.path("version").asString("?")));
        found.add(version(versions));
        Answer plugin = question.post("/_analyze", NAMES);
        if (plugin.status() == 403) {
            found.add(rights("manage"));
        } else {
            found.add(plugin(
                    plugin.status() == 200
                            ? plugin.body().path("tokens").path(0).path("token").asString("")
                            : ""));
        }
        found.add(privileges(question.post("/_security/user/_has_privileges", wanted())));
        return found;
    }

    static Finding version(List<String> versions) {
        String said = String.join(", ", versions.stream().distinct().toList());
        return !versions.isEmpty() && versions.stream().allMatch(v -> v.startsWith("9."))
                ? Finding.ok("search", "Elasticsearch " + said, "Elasticsearch " + said)
                : Finding.fix(
                        "search.version",
                        "Elasticsearch 的版本是 " + said + "：需要 9.x，以 9.5.2 试过。",
                        "Elasticsearch is of version " + said + ": 9.x is needed, 9.5.2 is tested.");
    }

    /** @param version what the analyzer says; empty when there is none */
    static Finding plugin(String version) {
        if (version.equals(AnalysisPlugin.version())) {
            return Finding.ok("search.plugin", "分词插件 " + version, "analysis plugin " + version);
        }
        String command = "bin/elasticsearch-plugin install file:///…/" + AnalysisPlugin.zip();
        return version.isEmpty()
                ? Finding.fix(
                        "search.plugin",
                        "Elasticsearch 没有装分词插件：在每个节点执行 " + command + " 并重启节点。",
                        "Elasticsearch lacks the analysis plugin: run " + command + " on every node and restart it.")
                : Finding.fix(
                        "search.plugin",
                        "分词插件是另一版本（" + version + "）：先 elasticsearch-plugin remove " + AnalysisPlugin.NAME + "，再执行 "
                                + command + " 并重启节点。",
                        "The analysis plugin is of another version (" + version + "): elasticsearch-plugin remove "
                                + AnalysisPlugin.NAME + ", then " + command + ", then restart the node.");
    }

    private static Finding privileges(Answer answer) {
        if (answer.status() != 200 || answer.body().path("has_all_requested").isMissingNode()) {
            return Finding.ok(
                    "search.rights",
                    "Elasticsearch 未启用权限，或不告知",
                    "Elasticsearch has no rights switched on, or does not tell");
        }
        return answer.body().path("has_all_requested").asBoolean()
                ? Finding.ok("search.rights", "Elasticsearch 用户的权限足够", "the Elasticsearch user has the rights it needs")
                : rights("monitor; manage, read, write " + String.join(" ", INDICES));
    }

    private static Finding rights(String missing) {
        return Finding.fix(
                "search.rights",
                "Elasticsearch 用户缺少权限（" + missing + "）：角色定义见 docs/operations.md。",
                "The Elasticsearch user lacks rights (" + missing + "): docs/operations.md has the role.");
    }

    private String wanted() {
        String prefix = environment.getProperty("hub.index.prefix", "");
        StringBuilder names = new StringBuilder();
        for (String name : INDICES) {
            names.append(names.isEmpty() ? "" : ",")
                    .append('"')
                    .append(prefix)
                    .append(name)
                    .append('"');
        }
        return "{\"cluster\":[\"monitor\"],\"index\":[{\"names\":[" + names
                + "],\"privileges\":[\"manage\",\"read\",\"write\"]}]}";
    }

    private static Finding badAddress() {
        return Finding.fix(
                "search.url",
                "SPRING_ELASTICSEARCH_URIS 应形如 http://主机:9200。",
                "SPRING_ELASTICSEARCH_URIS must look like http://host:9200.");
    }

    private static Finding away(String where, String why) {
        return Finding.away(
                "search.away",
                "Elasticsearch " + where + " 没有应答（" + why + "）：检索暂不可用，恢复后自动补上；请核对主机、端口和防火墙。",
                "Elasticsearch " + where + " does not answer (" + why
                        + "): no search until it does, the index then catches up; check host, port and firewall.");
    }
}
