import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Read negotiation events with Kafka's Java client: each event once, in its newest revision. */
public final class Consume {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Consume() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", setting("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9094"),
                "group.id", setting("GROUP", "our-newsroom"),
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false");
        Map<String, Integer> revisions = new HashMap<>(); // where events are kept, keep this with them
        StringDeserializer text = new StringDeserializer();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings, text, text)) {
            consumer.subscribe(List.of(setting("TOPIC", "negotiation-events.v1")));
            while (true) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofSeconds(1))) {
                    JsonNode event = JSON.readTree(message.value());
                    if (!event.get("schema").asText().startsWith("negotiation-event/1.")) {
                        throw new IllegalStateException(event.get("schema") + ": written for another major version");
                    }
                    String id = event.get("id").asText();
                    int revision = event.get("revision").asInt();
                    if (revisions.getOrDefault(id, 0) < revision) {
                        revisions.put(id, revision);
                        var told = JSON.createObjectNode();
                        for (String name : List.of("id", "revision", "retracted", "act", "status")) {
                            told.set(name, event.get(name));
                        }
                        System.out.println(told);
                    }
                }
                consumer.commitSync(); // behind the work: after a crash the last events come again, none is missed
            }
        }
    }

    private static String setting(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}
