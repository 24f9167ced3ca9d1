package ganengine.gan.train;

/** Is told how a run goes. Called on the training thread. */
public interface ProgressListener {
  /** Something worth a line: what was resumed, where samples were written. */
  void message(String line);

  /** Steps were done: the first, the last, and some in between. */
  void progress(Progress progress);
}
