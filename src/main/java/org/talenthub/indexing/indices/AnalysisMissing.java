package org.talenthub.indexing.indices;

import org.talenthub.analysis.AnalysisPlugin;

/** The cluster doesn't have the analysis plugin, or has that of another hub. */
public final class AnalysisMissing extends RuntimeException {

    public AnalysisMissing(String found) {
        super("Elasticsearch 上的分词插件 " + AnalysisPlugin.NAME + (found.isEmpty() ? " 没有安装" : " 是另一版本（" + found + "）")
                + "，需要版本 "
                + AnalysisPlugin.version() + "。\nElasticsearch "
                + (found.isEmpty() ? "has no plugin " : "has another version (" + found + ") of the plugin ")
                + AnalysisPlugin.NAME + "; version " + AnalysisPlugin.version() + " is needed.");
    }

    public static String action() {
        return "在每个节点上执行下面的命令并重启节点（旧版本先执行 bin/elasticsearch-plugin remove " + AnalysisPlugin.NAME + "）：\n"
                + "On every node run this and restart it (remove an old version first):\n"
                + "    bin/elasticsearch-plugin install file:///<path>/target/" + AnalysisPlugin.zip();
    }
}
