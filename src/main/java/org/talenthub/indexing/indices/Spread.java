package org.talenthub.indexing.indices;

import java.util.regex.Pattern;
import org.talenthub.common.WrongSetting;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Over how much of a cluster an index is spread.
 *
 * @param shards of each index
 * @param replicas of each shard, empty for one as soon as there is a second node
 */
record Spread(int shards, String replicas) {

    private static final int MOST = 64;
    private static final Pattern NUMBER = Pattern.compile("\\d{0,2}");

    /** @throws WrongSetting for what cannot be */
    static Spread of(int shards, String replicas) {
        String copies = replicas.strip();
        if (shards < 1 || shards > MOST || !NUMBER.matcher(copies).matches()) {
            throw new WrongSetting(
                    "hub.index.shards 须是 1 到 %d，hub.index.replicas 须是 0 到 99 或不写。".formatted(MOST),
                    "hub.index.shards is 1 to %d, hub.index.replicas 0 to 99 or left out.".formatted(MOST));
        }
        return new Spread(shards, copies);
    }

    /** What an index is built anew for when it changes: the text as it is where nothing was said. */
    String withShards(String definition) {
        return shards == 1 ? definition : changed(definition, true);
    }

    /** The number of replicas changes without building anything, so that an index is not known by it. */
    String withReplicas(String definition) {
        return replicas.isEmpty() ? definition : changed(definition, false);
    }

    private String changed(String definition, boolean ofShards) {
        ObjectNode whole = (ObjectNode) JsonMapper.shared().readTree(definition);
        ObjectNode index = (ObjectNode) whole.path("settings").path("index");
        if (ofShards) {
            index.put("number_of_shards", shards);
        } else {
            index.remove("auto_expand_replicas");
            index.put("number_of_replicas", Integer.parseInt(replicas));
        }
        return whole.toString();
    }
}
