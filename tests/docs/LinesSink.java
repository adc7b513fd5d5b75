import java.io.FileWriter;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** The smallest sink: a line a record, its key and three fields of its value, as Kafka Connect hands them over. */
public class LinesSink extends SinkConnector {
    private Map<String, String> settings;

    @Override
    public void start(Map<String, String> told) {
        settings = told;
    }

    @Override
    public Class<? extends Task> taskClass() {
        return Lines.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int most) {
        return List.of(settings);
    }

    @Override
    public void stop() {}

    @Override
    public ConfigDef config() {
        return new ConfigDef().define("file", ConfigDef.Type.STRING, ConfigDef.Importance.HIGH, "Where lines go");
    }

    @Override
    public String version() {
        return "1";
    }

    /** Writes. */
    public static class Lines extends SinkTask {
        private String file;

        @Override
        public void start(Map<String, String> told) {
            file = told.get("file");
        }

        @Override
        public void put(Collection<SinkRecord> records) {
            try (FileWriter writer = new FileWriter(file, true)) {
                for (SinkRecord one : records) {
                    Map<?, ?> event = (Map<?, ?>) one.value();
                    writer.write(one.key() + " " + event.get("id") + " " + event.get("revision") + " "
                        + event.get("retracted") + "\n");
                }
            } catch (IOException error) {
                throw new ConnectException(error);
            }
        }

        @Override
        public void stop() {}

        @Override
        public String version() {
            return "1";
        }
    }
}
