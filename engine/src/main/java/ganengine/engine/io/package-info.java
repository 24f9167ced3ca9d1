/**
 * Numbers in files: {@link ganengine.engine.io.SafeTensors} and {@link ganengine.engine.io.Npz}
 * hold named {@link ganengine.engine.io.HostTensor}s; {@link ganengine.engine.io.Weights} carries
 * them to and from parameters.
 */
package ganengine.engine.io;
