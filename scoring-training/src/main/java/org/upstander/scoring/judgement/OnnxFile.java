package org.upstander.scoring.judgement;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/** An ONNX model whose weights can be read and replaced by the names that PyTorch gives them. */
final class OnnxFile {
    private static final int FLOAT = 1;

    private final ModelProto.Builder model;
    private final GraphProto.Builder graph;
    private final Map<String, Integer> initializers = new HashMap<>();
    private final Map<String, NodeProto> byNode = new HashMap<>();

    OnnxFile(InputStream in) throws IOException {
        model = ModelProto.parseFrom(in).toBuilder();
        graph = model.getGraphBuilder();
        for (int i = 0; i < graph.getInitializerCount(); i++) {
            initializers.put(graph.getInitializer(i).getName(), i);
        }
        graph.getNodeList().forEach(node -> byNode.put(node.getName(), node));
    }

    /**
     * The name of the weights that a dense layer multiplies by, without what quantisation adds.
     *
     * @param layer {@code encoder/layer.0/attention/self/query}
     */
    String product(String layer) {
        NodeProto node = byNode.get("/" + layer + "/MatMul");
        return node != null
                ? node.getInput(1)
                : byNode.get("/" + layer + "/MatMul_quant").getInput(1).replace("_quantized", "");
    }

    private TensorProto tensor(String name) {
        Integer at = initializers.get(name);
        if (at == null) {
            throw new IllegalArgumentException("The model has no weights named " + name);
        }
        return graph.getInitializer(at);
    }

    float[] floats(String name) {
        TensorProto tensor = tensor(name);
        if (tensor.getDataType() != FLOAT) {
            throw new IllegalArgumentException(name + " is of type " + tensor.getDataType());
        }
        if (tensor.getFloatDataCount() > 0) {
            float[] values = new float[tensor.getFloatDataCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = tensor.getFloatData(i);
            }
            return values;
        }
        ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[raw.remaining() / Float.BYTES];
        raw.asFloatBuffer().get(values);
        return values;
    }

    void replace(String name, float[] values) {
        ByteBuffer raw =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        TensorProto.Builder tensor = tensor(name).toBuilder().clearFloatData();
        graph.setInitializer(
                initializers.get(name), tensor.setRawData(ByteString.copyFrom(raw.array())));
    }

    /** The bytes of a quantised tensor. */
    byte[] quantised(String name) {
        return tensor(name).getRawData().toByteArray();
    }

    void replaceQuantised(String name, byte[] values) {
        TensorProto.Builder tensor = tensor(name).toBuilder().clearInt32Data();
        graph.setInitializer(
                initializers.get(name), tensor.setRawData(ByteString.copyFrom(values)));
    }

    byte[] bytes() {
        return model.setGraph(graph).build().toByteArray();
    }
}
