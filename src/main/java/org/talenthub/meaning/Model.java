package org.talenthub.meaning;

import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;

/** bge-small-zh-v1.5, quantised, in this process: a text of at most some hundred characters becomes 512 numbers. */
final class Model {

    private final BgeSmallZhV15QuantizedEmbeddingModel model;

    /** Reads 24 MB and takes about a second. */
    Model() {
        // the tokenizer's library would otherwise ask the network which cloud it runs in
        System.setProperty("OPT_OUT_TRACKING", "true");
        model = new BgeSmallZhV15QuantizedEmbeddingModel(Runnable::run);
    }

    /** As the model gives it. */
    float[] embed(String text) {
        return model.embed(text).content().vector();
    }
}
